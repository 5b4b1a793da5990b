using Arize.TaskLint.Core.Writing;
using CsCheck;

namespace Arize.TaskLint.Core.Tests.Writing;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("Production Hallucination Check", "production-hallucination-check")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("C:\\Windows\\x", "c-windows-x")]
    [InlineData("CON", "con-task")]
    [InlineData("nul.txt", "nul-txt")]
    [InlineData("lpt1", "lpt1-task")]
    [InlineData("🙂🙂", "task")]
    [InlineData("", "task")]
    [InlineData("\"quoted\" 'name'", "quoted-name")]
    [InlineData(".hidden", "hidden")]
    [InlineData("-rf", "rf")]
    [InlineData("trailing. ", "trailing")]
    [InlineData("two\nlines\0", "two-lines")]
    [InlineData("Qualität prüfen", "qualität-prüfen")]
    [InlineData("品質チェック", "品質チェック")]
    public void Name_of_a_file_is_safe(string text, string expected) => Assert.Equal(expected, new FileNames("task").Of(text));

    [Fact]
    public void Names_that_differ_in_letter_case_only_get_numbers()
    {
        var names = new FileNames("task");

        Assert.Equal(["tone", "tone-2", "tone-3", "tone-2-2", "ü", "u"], new[] { "Tone", "TONE", "tone!", "tone-2", "ü", "u\u0308" }.Select(names.Of));
    }

    [Fact]
    public void Names_of_any_texts_are_safe_and_differ() => Gen.String.List[1, 20].Sample(texts =>
    {
        var names = new FileNames("task");
        var all = texts.Select(names.Of).ToList();

        Assert.Equal(all.Count, all.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(all, name =>
        {
            Assert.Equal(name, Path.GetFileName(name));
            Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(name), 1, 200);
            Assert.DoesNotContain(name, c => char.IsControl(c) || "<>:\"/\\|?*. ".Contains(c, StringComparison.Ordinal));
        });
    });

    [Fact]
    public void Long_name_is_cut() => Assert.InRange(new FileNames("task").Of(new string('品', 300)).Length, 10, 50);

    [Theory]
    [InlineData("support-bot", "SupportBotTasks")]
    [InlineData("support bot tasks", "SupportBotTasks")]
    [InlineData("3 judges", "Live3JudgesTasks")]
    [InlineData("🙂", "LiveTasks")]
    [InlineData("tasks", "TasksTasks")]
    [InlineData("class", "ClassTasks")]
    public void Name_of_a_class_is_safe(string text, string expected) => Assert.Equal(expected, CSharpText.ClassName(text));
}
