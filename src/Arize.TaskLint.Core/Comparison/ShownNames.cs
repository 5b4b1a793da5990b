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

    private readonly Dictionary<string, string> written;

    private ShownNames(Dictionary<string, string> written) => this.written = written;

    /// <summary>Those of tasks.</summary>
    /// <param name="tasks">The tasks.</param>
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

    /// <summary>The name nearest to a text that is not there; null where none is, and where it would tell of the value of a variable.</summary>
    public string? Nearest(string text, IEnumerable<string> names) => Hides(text) ? null : NearestName.Of(text, names);
}
