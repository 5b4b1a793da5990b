namespace Arize.TaskLint.Core.Schema;

/// <summary>
/// The span attributes that OpenInference defines, and the flattened columns that Arize makes of its lists. A span may have others: a name that is
/// not here is unknown, but not wrong.
/// </summary>
internal static class SpanAttributes
{
    /// <summary>The prefix of a span attribute's name in a mapping or a filter.</summary>
    internal const string Root = "attributes.";

    private const string OwnData = "metadata";

    private const int Longest = 100;

    // Attributes of a span itself.
    private static readonly HashSet<string> OnSpans = new(StringComparer.Ordinal)
    {
        "input.value", "input.mime_type", "input.images", "output.value", "output.mime_type", "output.images",
        "openinference.span.kind", "metadata", "tag.tags", "session.id", "user.id", "agent.name",
        "graph.node.id", "graph.node.name", "graph.node.parent_id", "prompt.id", "prompt.url", "prompt.vendor",
        "llm.model_name", "llm.request.model_name", "llm.response.model_name", "llm.provider", "llm.system",
        "llm.input_messages", "llm.output_messages", "llm.invocation_parameters", "llm.prompts", "llm.choices", "llm.tools",
        "llm.function_call", "llm.finish_reason",
        "llm.prompt_template.template", "llm.prompt_template.variables", "llm.prompt_template.version",
        "llm.token_count.prompt", "llm.token_count.completion", "llm.token_count.total",
        "llm.token_count.prompt_details", "llm.token_count.prompt_details.audio", "llm.token_count.prompt_details.cache_input",
        "llm.token_count.prompt_details.cache_read", "llm.token_count.prompt_details.cache_write",
        "llm.token_count.completion_details", "llm.token_count.completion_details.audio", "llm.token_count.completion_details.reasoning",
        "llm.cost.prompt", "llm.cost.completion", "llm.cost.total",
        "llm.cost.prompt_details.audio", "llm.cost.prompt_details.cache_input", "llm.cost.prompt_details.cache_read",
        "llm.cost.prompt_details.cache_write", "llm.cost.prompt_details.input",
        "llm.cost.completion_details.audio", "llm.cost.completion_details.output", "llm.cost.completion_details.reasoning",
        "tool.name", "tool.id", "tool.description", "tool.parameters", "tool.json_schema",
        "retrieval.documents", "reranker.query", "reranker.model_name", "reranker.top_k", "reranker.input_documents", "reranker.output_documents",
        "embedding.model_name", "embedding.embeddings", "embedding.text", "embedding.vector", "embedding.invocation_parameters",
        "exception.type", "exception.message", "exception.stacktrace", "exception.escaped", "error.type", "error.message",
        "retrieval.documents.ids", "retrieval.documents.scores", "retrieval.documents.contents", "retrieval.documents.metadatas",
        "llm.input_messages.roles", "llm.input_messages.contents", "llm.output_messages.roles", "llm.output_messages.contents",
        "llm.output_messages.tool_calls.function.names", "llm.output_messages.tool_calls.function.arguments", "embedding.texts",
    };

    private static readonly HashSet<string> RootedOnSpans = new(OnSpans.Select(name => Root + name), StringComparer.Ordinal);

    // Attributes of an entry of a list.
    private static readonly HashSet<string> InLists = new(StringComparer.Ordinal)
    {
        "message.role", "message.content", "message.contents", "message.name", "message.tool_calls", "message.tool_call_id",
        "message.function_call_name", "message.function_call_arguments_json",
        "message_content.type", "message_content.text", "message_content.image", "message_content.image.image.url", "message_content.audio",
        "message_content.video", "message_content.data", "message_content.id", "message_content.signature", "message_content.encrypted_content",
        "image.url", "audio.url", "audio.mime_type", "audio.transcript", "video.url",
        "tool_call.id", "tool_call.function.name", "tool_call.function.arguments", "tool_call.reasoning_signature",
        "tool.name", "tool.id", "tool.description", "tool.parameters", "tool.json_schema",
        "document.id", "document.content", "document.score", "document.metadata",
        "embedding.text", "embedding.vector",
        "prompt.text", "completion.text",
    };

    private static readonly (string Name, string[] Words)[] SpanWords = [.. OnSpans.Select(name => (name, name.Split('.')))];

    private static readonly (string Name, string[] Words)[] ListWords = [.. InLists.Select(name => (name, name.Split('.')))];

    // Groups that may have any further names.
    private static readonly string[] Open = ["llm.cost.prompt_details.", "llm.cost.completion_details."];

    // The prefixes of names in the entries of a list. Other conventions have lists of these names, too, whose entries are not here.
    private static readonly (string List, string Entry)[] Entries =
    [
        ("llm.input_messages", "message."), ("llm.output_messages", "message."),
        ("message.tool_calls", "tool_call."), ("message.contents", "message_content."),
        ("retrieval.documents", "document."), ("reranker.input_documents", "document."), ("reranker.output_documents", "document."),
        ("embedding.embeddings", "embedding."),
    ];

    /// <summary>Whether a name, with the root, is that of an attribute of a span itself.</summary>
    internal static bool IsRooted(string name) => RootedOnSpans.Contains(name);

    /// <summary>Whether a name, without the root, is that of an attribute, or of something in an entry of a list that is one.</summary>
    internal static bool IsKnown(string name) => OnSpans.Contains(name) || IsOpen(name) || (IsPlain(name) && OnSpans.Contains(FirstPart(name)));

    /// <summary>Whether a name, without the root, has nothing but names that OpenInference defines, and positions in lists.</summary>
    internal static bool IsDocumented(string name)
    {
        if (OnSpans.Contains(name))
            return true;
        if (name.Length > Longest || !IsPlain(name))
            return false;
        var parts = Parts(name);
        for (var i = 0; i < parts.Count; i += 2)
        {
            if (!(i == 0 ? OnSpans : InLists).Contains(parts[i]))
                return false;
        }

        return true;
    }

    /// <summary>
    /// The attribute that a name, without the root, is one or two slips away from; null if it is an attribute itself, or similar to none. Short words
    /// must match: <c>user.ip</c> is probably not a misspelt <c>user.id</c>. Neither is <c>input.value2</c>, with its number.
    /// </summary>
    internal static string? NearestTo(string name)
    {
        if (OnSpans.Contains(name) || name.Length > Longest || IsOpen(name) || !IsPlain(name))
            return null;
        if (OwnDataOf(name) is { } own)
            return own == name ? null : own;
        var parts = Parts(name);
        var nearest = new List<string>();
        for (var i = 0; i < parts.Count; i++)
        {
            // Every second part is a position in a list.
            if (i % 2 == 1)
                nearest.Add(parts[i]);
            else if ((i == 0 ? OnSpans : InLists).Contains(parts[i]))
                nearest.Add(parts[i]);
            else if (i > 0 && EntryOf(nearest[i - 2], parts[i]) is { } whole)
                nearest.Add(whole);
            else if (NearestOf(parts[i], i == 0 ? SpanWords : ListWords) is { } near)
                nearest.Add(near);
            else if (i == 0)
                return null;
            else
                nearest.Add(parts[i]);
        }

        var found = string.Join(".", nearest);
        return found == name ? null : found;
    }

    private static bool IsOpen(string name)
    {
        foreach (var group in Open)
        {
            if (name.Length > group.Length && name.StartsWith(group, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // Names below "metadata" are the user's own; the word itself is not.
    private static string? OwnDataOf(string name)
    {
        var end = name.IndexOf('.');
        if (end <= 0)
            return null;
        var word = name.Substring(0, end);
        return word == OwnData ? name : IsNearOwnData(word) ? OwnData + name.Substring(end) : null;
    }

    /// <summary>Whether a word is one or two slips away from <c>metadata</c>.</summary>
    internal static bool IsNearOwnData(string word) => IsNearWord(word, OwnData);

    /// <summary>
    /// Whether a word is one or two slips away from another one, with the same first letter. Letter case and separators are ignored.
    /// </summary>
    internal static bool IsNearWord(string word, string known) =>
        word != known && Math.Abs(word.Length - known.Length) <= 2 && word.Length > 0 && char.ToLowerInvariant(word[0]) == known[0]
            && !IsNumbered(word, known) && NearestName.Of(word, [known]) is not null && NearestName.Distance(word.ToLowerInvariant(), known) <= 2;

    // "content" in an entry of "llm.output_messages" has no "message." before it.
    private static string? EntryOf(string list, string part) =>
        Array.Find(Entries, entry => entry.List == list) is { Entry: { } entry } && InLists.Contains(entry + part) ? entry + part : null;

    // Words with dots between them: a JSON path, a function call or a name in quotes is not ours to read.
    private static bool IsPlain(string name)
    {
        var before = '.';
        foreach (var c in name)
        {
            if (c == '.' ? before == '.' : !char.IsLetterOrDigit(c) && c is not ('_' or '-'))
                return false;
            before = c;
        }

        return before != '.';
    }

    // The part before the first position in a list.
    private static string FirstPart(string name)
    {
        for (var start = 0; start < name.Length;)
        {
            var end = name.IndexOf('.', start);
            if (end < 0)
                end = name.Length;
            var i = start;
            while (i < end && name[i] is >= '0' and <= '9')
                i++;
            if (i == end && start > 0)
                return name.Substring(0, start - 1);
            start = end + 1;
        }

        return name;
    }

    // The names between positions in lists, and the positions: "llm.output_messages", "0", "message.content".
    private static List<string> Parts(string name)
    {
        List<string> parts = [""];
        foreach (var word in name.Split('.'))
        {
            var isPosition = word.All(c => c is >= '0' and <= '9');
            if (isPosition && parts.Count % 2 == 1)
                parts.Add(word);
            else if (parts.Count % 2 == 0)
                parts.Add(word);
            else
                parts[parts.Count - 1] += parts[parts.Count - 1].Length == 0 ? word : "." + word;
        }

        return parts;
    }

    private static string? NearestOf(string part, (string Name, string[] Words)[] names)
    {
        string? nearest = null;
        var least = 3;
        var words = part.Split('.');
        foreach (var (name, known) in names)
        {
            if (Math.Abs(name.Length - part.Length) <= 2 && Slips(part, words, name, known) is { } slips && slips < least)
                (nearest, least) = (name, slips);
        }

        return nearest;
    }

    // The number of letters that differ; null if the names differ too much in one of their words.
    private static int? Slips(string part, string[] words, string name, string[] known)
    {
        if (words.Length != known.Length)
            return words.Length > 1 && words[0] == known[0] && NearestName.IsSame(part.Replace('.', '_'), name.Replace('.', '_')) ? 1 : null;
        var slips = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (Math.Abs(words[i].Length - known[i].Length) > known[i].Length / 3)
                return null;
            var distance = NearestName.Distance(words[i].ToLowerInvariant(), known[i]);
            if (distance > known[i].Length / 3 || (distance > 0 && IsNumbered(words[i], known[i])))
                return null;
            slips += distance;
        }

        return slips;
    }

    private static bool IsNumbered(string word, string known) =>
        word.Length > known.Length
        && word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('_', '-').Equals(known, StringComparison.OrdinalIgnoreCase);
}
