using System.Text;

namespace Arize.TaskLint.CSharpHost.Tests;

/// <summary>The answers, as the command line reads them.</summary>
public sealed class AnswerWriterTests
{
    [Fact]
    public void Each_answer_is_a_line()
    {
        using var stream = new MemoryStream();
        var answers = new AnswerWriter(stream);
        answers.Begin(0);
        answers.Print("a \"b\"\n");
        answers.Declare("{\"x-catalog\": \"ü\"}");
        answers.Fail([]);
        answers.Fail(["one", "two"]);
        answers.Lose([]);
        answers.Lose([new(Lost.Late, "T", "a \"b\".cs", 7)]);
        answers.End();

        Assert.Equal(
            "{\"x-input\":0}\n{\"x-print\":\"a \\\"b\\\"\\n\"}\n{\"x-catalog\": \"ü\"}\n{\"x-error\":[\"one\",\"two\"]}\n"
            + "{\"x-lost\":[{\"cause\":\"Late\",\"subject\":\"T\",\"file\":\"a \\\"b\\\".cs\",\"line\":7}]}\n{\"x-end\":true}\n",
            Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void What_user_code_prints_is_passed_on_by_lines()
    {
        var printed = new List<string>();
        using var console = new PrintingWriter(printed.Add);
        console.Write("a");
        console.WriteLine(1);
        console.Write("b\nc\nd");
        console.Finish();
        console.Finish();

        Assert.Equal([$"a1{console.NewLine}", "b\n", "c\n", "d"], printed);
    }

    [Fact]
    public void What_is_suppressed_is_one_answer_and_none_where_nothing_is()
    {
        using var stream = new MemoryStream();
        var answers = new AnswerWriter(stream);
        answers.Suppress(new CodeSources());
        answers.Suppress(new CodeSources
        {
            Suppressions = [new("a \"b\".cs", 1, 2, "ATL2004", "half of a pair: \ud800"), new("b.cs", 3, int.MaxValue, null, null) { Except = ["ATL3003"] }],
            Findings = [new("ATL2004", "is '25'", null, "as agreed")],
            Moved = new Dictionary<string, string> { ["/_/a.cs"] = "/home/a.cs" },
            Unread = new Dictionary<string, string> { ["/_/b.cs"] = "gone" },
        });

        Assert.Equal(
            "{\"x-suppressions\":[{\"file\":\"a \\\"b\\\".cs\",\"first\":1,\"last\":2,\"rule\":\"ATL2004\",\"reason\":\"half of a pair: \\uFFFD\",\"except\":[]},"
            + "{\"file\":\"b.cs\",\"first\":3,\"last\":2147483647,\"rule\":null,\"reason\":null,\"except\":[\"ATL3003\"]}]}\n"
            + "{\"x-suppressed\":[{\"rule\":\"ATL2004\",\"message\":\"is '25'\",\"task\":null,\"reason\":\"as agreed\"}]}\n"
            + "{\"x-moved\":[{\"file\":\"/_/a.cs\",\"at\":\"/home/a.cs\"}]}\n{\"x-unread\":[{\"file\":\"/_/b.cs\",\"reason\":\"gone\"}]}\n",
            Encoding.UTF8.GetString(stream.ToArray()));
    }
}
