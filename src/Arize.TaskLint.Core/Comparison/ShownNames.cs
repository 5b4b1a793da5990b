using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Comparison;

/// <summary>
/// What messages call the names and IDs that are looked for on the live side: a text that a variable was filled into is called as it is written.
/// </summary>
public sealed class ShownNames
{
    /// <summary>Where no variables are filled in.</summary>
    public static readonly ShownNames AsTheyAre = new([]);

    // A shorter value is part of many a word.
    private const int ShortValue = 4;

    private readonly Dictionary<string, string> written;
    private List<(string Value, string Shown)>? values;

    private ShownNames(Dictionary<string, string> written) => this.written = written;

    /// <summary>Those of tasks.</summary>
    /// <param name="spaces">Which space each is in.</param>
    public static ShownNames Of(IEnumerable<TaskDeclaration> tasks, SpaceSettings? spaces = null)
    {
        Dictionary<string, string>? written = null;
        void Add(ScalarNode? text)
        {
            if (text is { Variables.Secrets.Count: > 0, Unknown: null })
                (written ??= new Dictionary<string, string>(StringComparer.Ordinal))[text.Text] = text.ShownText;
        }

        DocumentScope? last = null;
        foreach (var task in tasks)
        {
            foreach (var text in VariableText.FilledIn(task.View.Node))
                Add(text);
            if (task.Document != last)
                Add(task.Document?.Space.Node as ScalarNode);
            last = task.Document;
        }

        Add(spaces?.ConfiguredNode);
        return written is null ? AsTheyAre : new ShownNames(written);
    }

    /// <summary>Whether a text is the value of a variable, or has one in it.</summary>
    public bool Hides(string text) => written.ContainsKey(text);

    /// <summary>What a message calls a text.</summary>
    public string Of(string text) => written.TryGetValue(text, out var shown) ? shown : text;

    /// <summary>
    /// A text from elsewhere, such as an error of the API, that may repeat what it was asked for: values of variables are called as they are written,
    /// in an address and in its escapes as well.
    /// </summary>
    public string Conceal(string text)
    {
        foreach (var (value, shown) in values ??= ValuesOf(written))
            text = Secret.ReplaceSpelled(text, value, shown, isWord: value.Length < ShortValue);
        return text;
    }

    // The longest first, as one may be a part of another.
    private static List<(string Value, string Shown)> ValuesOf(Dictionary<string, string> written)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        void Add(string value, string shown)
        {
            if (string.IsNullOrWhiteSpace(value))
                return;
            // Beyond ASCII, an address has the bytes of a character.
            string[] spellings = [value, Uri.EscapeDataString(value), Uri.EscapeDataString(value).Replace("%20", "+")];
            foreach (var spelling in spellings)
                values[spelling] = shown;
        }

        foreach (var name in written)
        {
            Add(name.Key, name.Value);
            // Of a text with one variable in it, what the variable alone stands for.
            var (begin, end) = (name.Value.IndexOf("${", StringComparison.Ordinal), name.Value.IndexOf('}'));
            var (head, tail) = begin >= 0 && end > begin ? (name.Value.Substring(0, begin), name.Value.Substring(end + 1)) : ("", "");
            if (head.Length + tail.Length > 0 && tail.IndexOf("${", StringComparison.Ordinal) < 0 && name.Key.Length > head.Length + tail.Length
                && name.Key.StartsWith(head, StringComparison.Ordinal) && name.Key.EndsWith(tail, StringComparison.Ordinal))
            {
                Add(name.Key.Substring(head.Length, name.Key.Length - head.Length - tail.Length), name.Value.Substring(begin, end + 1 - begin));
            }
        }

        return [.. values.OrderByDescending(one => one.Key.Length)
            .ThenBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => (one.Key, one.Value))];
    }

    /// <summary>The name nearest to a text that is not there; null where none is, and where it would tell of the value of a variable.</summary>
    public string? Nearest(string text, IEnumerable<string> names) => Hides(text) ? null : NearestName.Of(text, names);
}
