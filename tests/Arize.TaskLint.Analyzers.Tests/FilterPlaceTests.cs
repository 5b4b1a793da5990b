namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>That a finding in a filter stands where the filter is written in code, and at the whole value where that cannot be told.</summary>
public sealed class FilterPlaceTests
{
    private const string Task = """tasks.TemplateEvaluation("A").OnProject("TW9kZWw6MTIzOmFCY0Q=").EvaluatorNamed("Toxicity")""";

    public static TheoryData<string> Bodies =>
    [
        // Literals of each form.
        Task + """.QueryFilter("name {|ATL5002:==|} 'a'");""",
        Task + """.QueryFilter("name\t{|ATL5002:=\x3d|} \u0027a\u0027");""",
        Task + """".QueryFilter(@"""a column"" {|ATL5002:==|} 'a'");"""",
        Task + """"".QueryFilter("""name {|ATL5002:==|} "attributes.input.value" """);""""",
        Task + """"
            .QueryFilter("""
                status_code = 'ERROR'
                  AND name {|ATL5002:==|} 'a'

                  OR (latency_ms {|ATL5001:>|})
                """);
            """",
        Task + """.QueryFilter(("name {|ATL5002:==|} 'a'"));""",
        Task + """.QueryFilter(filter: "name {|ATL5002:==|} 'a'");""",
        """tasks.TemplateEvaluation("A").OnProject("TW9kZWw6MTIzOmFCY0Q=").EvaluatorNamed("Toxicity", evaluator => evaluator.QueryFilter("name = {|ATL5003:\"a\"|}"));""",

        // Constants and locals, where the text is written.
        """const string Filter = "name {|ATL5002:==|} 'a'"; """ + Task + """.QueryFilter(Filter);""",
        """var filter = "name {|ATL5002:==|} 'a'"; """ + Task + """.QueryFilter(filter);""",
        Task + """.QueryFilter(OfName);""",
        Task + """.QueryFilter(OfRegion);""",
        """Filtered(""" + Task + """, "name {|ATL5002:<>|} 'a'");""",

        // What is put together has no place for a part.
        Task + """.QueryFilter({|ATL5002:"name == " + "'a'"|});""",
        Task + """.QueryFilter({|ATL5002:$"{Column} == 'a'"|});""",
        Task + """.QueryFilter({|ATL5002:Joined|});""",

        // A text that two tasks share is wrong once.
        """var filter = "name {|ATL5002:==|} 'a'"; """ + Task + """.QueryFilter(filter); """ + Task.Replace("\"A\"", "\"B\"", StringComparison.Ordinal) + """.QueryFilter(filter);""",

        // Nothing to say.
        Task + """.QueryFilter("status_code = 'ERROR' AND attributes.openinference.span.kind IN ('LLM', 'AGENT')");""",
        Task + """.QueryFilter(Match.Containing("name =="));""",
        Task + """.QueryFilter({|ATL1013:Environment.GetEnvironmentVariable("FILTER")|});""",
    ];

    private const string Members = """
        private const string OfName = "{|ATL5001:(|}name = 'a'";
        private static readonly string OfRegion = @"attributes.user.id {|ATL5002:==|} 'eu'";
        private const string Column = "name";
        private const string Joined = Column + " == 'a'";

        private static void Filtered(TaskBuilder task, string filter) => task.QueryFilter(filter);
        """;

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task A_finding_in_a_filter_stands_where_it_is_written(string body)
    {
        // A field that the body does not use has no filter in it.
        var members = Members;
        if (!body.Contains("OfName", StringComparison.Ordinal))
            members = members.Replace("{|ATL5001:(|}", "(", StringComparison.Ordinal);
        if (!body.Contains("OfRegion", StringComparison.Ordinal))
            members = members.Replace("{|ATL5002:==|} 'eu'", "== 'eu'", StringComparison.Ordinal);
        return AnalyzerRun.VerifyAsync(Compiled.Catalog(body, members));
    }
}
