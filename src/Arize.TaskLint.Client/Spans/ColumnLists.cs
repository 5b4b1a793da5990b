namespace Arize.TaskLint.Client.Spans;

/// <summary>
/// The columns of OpenInference that have one value of each message or document as a list, which exports through data frames have:
/// <c>llm.output_messages.contents</c> beside <c>llm.output_messages.0.message.content</c>.
/// </summary>
internal static class ColumnLists
{
    private static readonly (string List, string Flat, string Member)[] All =
    [
        ("attributes.llm.input_messages", "contents", "message.content"),
        ("attributes.llm.input_messages", "roles", "message.role"),
        ("attributes.llm.output_messages", "contents", "message.content"),
        ("attributes.llm.output_messages", "roles", "message.role"),
        ("attributes.retrieval.documents", "contents", "document.content"),
        ("attributes.retrieval.documents", "ids", "document.id"),
        ("attributes.retrieval.documents", "scores", "document.score"),
        ("attributes.retrieval.documents", "metadatas", "document.metadata"),
        ("attributes.embedding.embeddings", "texts", "embedding.text"),
    ];

    private static readonly string[] OtherTexts =
        ["attributes", "events", "attributes.reranker.input_documents", "attributes.reranker.output_documents"];

    /// <summary>Whether a column has what a team notes of its spans, with names of its own.</summary>
    internal static bool IsOwnData(string name) => name is "attributes.metadata" or "metadata";

    /// <summary>Whether a column is known to be exported as the text of its JSON, so that what is within it is a column.</summary>
    internal static bool IsKnownAsText(string name) => MayBeJsonText(name) || Array.IndexOf(OtherTexts, name) >= 0;

    /// <summary>The attributes that are lists or objects, and that exports may have as the text of their JSON.</summary>
    internal static bool MayBeJsonText(string name) =>
        IsOwnData(name) || Array.Exists(All, one => one.List == name);

    /// <summary>The list that a column of one entry is a part of: <c>….contents</c> of <c>….3.message.content</c>; null if there is none.</summary>
    internal static string? FlatOf(string name)
    {
        foreach (var (list, flat, member) in All)
        {
            if (PositionIn(name, list, member) is not null)
                return $"{list}.{flat}";
        }

        return null;
    }

    /// <summary>The column of an entry: <c>….3.message.content</c> of <c>….contents.3</c>; null if there is none.</summary>
    internal static string? EntryOf(string name, int position)
    {
        foreach (var (list, flat, member) in All)
        {
            if (name.Length == list.Length + 1 + flat.Length && name.StartsWith(list, StringComparison.Ordinal)
                && name.EndsWith(flat, StringComparison.Ordinal) && name[list.Length] == '.')
            {
                return FormattableString.Invariant($"{list}.{position}.{member}");
            }
        }

        return null;
    }

    /// <summary>The names under which rows may have the values of a column that is asked for.</summary>
    internal static IEnumerable<string> SourcesOf(string name)
    {
        foreach (var (list, flat, member) in All)
        {
            if (name == $"{list}.{flat}")
                yield return $"{list}.0.{member}";
            else if (PositionIn(name, list, member) is { } position)
                yield return $"{list}.{flat}.{position}";
        }
    }

    private static string? PositionIn(string name, string list, string member)
    {
        var length = name.Length - list.Length - member.Length - 2;
        return length > 0 && name.StartsWith(list, StringComparison.Ordinal) && name.EndsWith(member, StringComparison.Ordinal)
            && name[list.Length] == '.' && name[list.Length + 1 + length] == '.'
            && name.AsSpan(list.Length + 1, length).IndexOfAnyExceptInRange('0', '9') < 0
            ? name.Substring(list.Length + 1, length)
            : null;
    }
}
