using System.Globalization;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Yaml;

namespace Arize.TaskLint.Core.Tests.Yaml;

/// <summary>Reads texts, and finds and describes what is in them.</summary>
internal static class Trees
{
    /// <summary>The roots of a text that is valid YAML.</summary>
    public static IReadOnlyList<Node> Read(string text, Func<string, string?>? variables = null)
    {
        var problems = new List<Problem>();
        var roots = YamlTreeReader.Read(new SourceFile("t.yaml", text), variables ?? (_ => null), problems);
        Assert.Equal([], problems);
        Assert.NotNull(roots);
        return roots;
    }

    /// <summary>The only root of a text that is valid YAML.</summary>
    public static Node ReadOne(string text, Func<string, string?>? variables = null) => Assert.Single(Read(text, variables));

    /// <summary>The value at a path such as <c>a.b.0</c>; with <c>#</c> behind it, the key.</summary>
    public static Node At(Node root, string path)
    {
        var isKey = path.EndsWith('#');
        var steps = path.TrimEnd('#').Split('.', StringSplitOptions.RemoveEmptyEntries);
        Node node = root;
        for (var i = 0; i < steps.Length; i++)
        {
            if (node is ListNode list)
            {
                node = list.Items[int.Parse(steps[i], CultureInfo.InvariantCulture)];
                continue;
            }

            var entry = Assert.IsType<MappingNode>(node).Entries.Single(e => e.Key.Text == steps[i]);
            node = isKey && i == steps.Length - 1 ? entry.Key : entry.Value;
        }

        return node;
    }

    /// <summary>The text of the scalar at a path.</summary>
    public static string TextAt(Node root, string path) => Assert.IsType<ScalarNode>(At(root, path)).Text;

    /// <summary>What the rules say of a text, each as <c>line,column-line,column RULE message</c>.</summary>
    public static IReadOnlyList<string> Check(string text, Func<string, string?>? variables = null) =>
        Lines(new DeclarationReader(variables ?? (_ => null)).Read(new SourceFile("t.yaml", text)));

    /// <summary>What the rules say of a file's content.</summary>
    public static IReadOnlyList<string> Check(byte[] bytes) => Lines(new DeclarationReader(_ => null).Read("t.yaml", bytes));

    /// <summary>What the rules say of a document.</summary>
    public static IReadOnlyList<string> Lines(TaskDocument document) =>
        [.. Linter.Check([document], new SpaceSettings()).Select(finding => $"{PlaceText(finding.Place)} {finding.Rule.Id} {finding.Message}")];

    /// <summary>A place as lines and columns.</summary>
    public static string PlaceText(Place place) =>
        $"{place.StartPosition.Line},{place.StartPosition.Column}-{place.EndPosition.Line},{place.EndPosition.Column}";

    /// <summary>A tree in one line, to hold two trees against each other whatever their places are.</summary>
    public static string Outline(Node node) => node switch
    {
        ScalarNode scalar => (scalar.IsPlain ? "" : "'") + scalar.Text,
        ListNode list => $"[{string.Join(",", list.Items.Select(Outline))}]",
        MappingNode mapping => $"{{{string.Join(",", mapping.Entries.Select(entry => entry.Key.Text + ":" + Outline(entry.Value)))}}}",
        _ => throw new InvalidOperationException(),
    };
}
