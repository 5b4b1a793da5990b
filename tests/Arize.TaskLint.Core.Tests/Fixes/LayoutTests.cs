using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Core.Tests.Fixes;

/// <summary>
/// Texts in many layouts, and what becomes of them: the files of <c>Fixes/Layouts</c> hold cases, each a title behind <c>#### </c>, the text,
/// and behind a line <c>====&gt;</c> the text once it is fixed. <c>TASKLINT_UPDATE_GOLDEN=1</c> writes the latter anew.
/// </summary>
public sealed class LayoutTests
{
    private const string Arrow = "====>\n";

    private static readonly string Folder = Repository.PathOf("tests", "Arize.TaskLint.Core.Tests", "Fixes", "Layouts");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.txt").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var file in Files)
            {
                foreach (var (title, text) in Read(file))
                    data.Add(title, text);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_fixed_text_is_as_the_file_says(string file)
    {
        var actual = string.Concat(Read(file).Select(one => $"#### {one.Title}\n{one.Text}{Arrow}{FixRun.All(one.Text)}"));
        Golden.Matches(Path.Combine(Folder, file), actual);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Windows_lines_stay_Windows_lines(string title, string text)
    {
        var expected = FixRun.All(text).Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.True(expected == FixRun.All(text.Replace("\n", "\r\n", StringComparison.Ordinal)), title);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_text_without_a_line_break_at_its_end_gets_none(string title, string text)
    {
        var expected = FixRun.All(text).TrimEnd('\n');
        Assert.True(expected == FixRun.All(text.TrimEnd('\n')), title);
    }

    [Theory]
    // The scanner of such a text may go on for ever where nobody stops it.
    [InlineData("tsks:\n---\nq\nw:")]
    [InlineData("task:\n  - name: A\n---\nname A\ntype: code_evaluation\n")]
    [InlineData("created_at: x\n---\n- a\nb\n- c: [")]
    [InlineData("samplingRate: 1\n--- {\n")]
    public async Task A_text_that_is_not_valid_in_part_is_left_alone_and_soon(string text)
    {
        var made = Task.Run(() => FixRun.All(text), TestContext.Current.CancellationToken);
        Assert.Equal(text, await made.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
    }

    private static IEnumerable<(string Title, string Text)> Read(string file)
    {
        foreach (var one in File.ReadAllText(Path.Combine(Folder, file)).Split("#### ", StringSplitOptions.RemoveEmptyEntries))
        {
            var (title, rest) = one.Split('\n', 2) switch { [var t, var r] => (t, r), _ => throw new FormatException(one) };
            yield return (title, rest.Split(Arrow)[0]);
        }
    }
}
