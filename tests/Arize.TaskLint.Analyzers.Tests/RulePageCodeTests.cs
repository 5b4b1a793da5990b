using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Testing;
using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>The C# on the rules' pages compiles, and breaks and keeps the rule as its YAML does.</summary>
public sealed class RulePageCodeTests
{
    // The usings that the tool gives to a file by itself.
    private const string Head = "using System;\nusing System.Collections.Generic;\nusing System.IO;\nusing System.Linq;\nusing Arize.TaskLint;\n\n";

    private static readonly IReadOnlyList<Block> Blocks =
    [
        .. from rule in RuleCatalogue.All
           from heading in new[] { "Bad", "Good" }
           from code in RulePage.Of(rule).Blocks(heading, "csharp")
           select new Block(rule, heading, code),
    ];

    // Once the code runs, nothing is unknown.
    private static readonly IReadOnlyList<Block> Runnable = [.. Blocks.Where(block => !block.Rule.Traits.IsForCodeOnly)];

    private static readonly Lazy<Task<IReadOnlyList<IReadOnlyList<TaskDocument>>>> Run = new(() => HostRun.RunAsync(Head, [.. Runnable.Select(block => block.Code)]));

    public static TheoryData<string> All => [.. Blocks.Select(block => block.Name)];

    public static TheoryData<string> JudgedByTheCompiler => [.. Blocks.Where(block => Descriptors.Find(block.Rule) is not null).Select(block => block.Name)];

    public static TheoryData<string> JudgedByTheTool => [.. Runnable.Select(block => block.Name)];

    [Fact]
    public void Page_has_code_or_says_why_the_mistake_cannot_be_made_in_code() => Assert.All(RuleCatalogue.All, rule =>
    {
        var page = RulePage.Of(rule);
        Assert.True(page.Blocks("Bad", "csharp").Count == (page.IsWithoutCode ? 0 : 1), $"{rule.Id}: Bad needs a block of C#, or a line that begins 'In C#: '");
        Assert.Equal(page.Blocks("Bad", "csharp").Count, page.Blocks("Good", "csharp").Count);
    });

    [Theory]
    [MemberData(nameof(All))]
    public void A_block_is_one_catalog_that_compiles(string name)
    {
        var block = Find(name);
        Assert.StartsWith("public sealed class ", block.Code, StringComparison.Ordinal);
        var found = Compile(block).Compilation().GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.True(!found.Any(), string.Join('\n', found));
    }

    [Theory]
    [MemberData(nameof(JudgedByTheCompiler))]
    public async Task The_compiler_reports_the_rule_of_Bad_and_nothing_above_a_suggestion_of_Good(string name)
    {
        var block = Find(name);
        var found = await Compile(block).AnalyzeAsync(TestContext.Current.CancellationToken);
        AssertTold(block, [.. found.Select(one => (one.Id, IsLoud: one.Severity >= DiagnosticSeverity.Warning, one.GetMessage()))]);
    }

    [Theory]
    [MemberData(nameof(JudgedByTheTool))]
    public async Task The_tool_reports_the_rule_of_Bad_and_nothing_above_a_suggestion_of_Good(string name)
    {
        var block = Find(name);
        var document = Assert.Single((await Run.Value)[Runnable.ToList().IndexOf(block)]);
        var found = RulePage.Of(block.Rule).Blocks(block.Heading, "json") is { Count: > 0 } json
            ? block.Rule.Traits.NeedsSample ? RuleRun.Try(document, json[0])
            : RuleRun.Check(document, json[0], PoliciesFor(block), block.Rule.Id == "ATL7003", block.Rule.Id == "ATL7007", json.ElementAtOrDefault(1))
            : RuleRun.Lint(PoliciesFor(block), document);
        AssertTold(block, [.. found.Select(one => (one.Rule.Id, IsLoud: one.Severity > Severity.Suggestion, one.Message))]);
    }

    private static void AssertTold(Block block, IReadOnlyList<(string Id, bool IsLoud, string Message)> found)
    {
        if (block.Heading == "Bad")
            Assert.Contains(found, one => one.Id == block.Rule.Id);
        // A broken task differs from the live one, too.
        var others = found.Where(one => (one.Id == block.Rule.Id || one.IsLoud) && !(block.Heading == "Bad" && (one.Id == block.Rule.Id || one.Id == "ATL7001")));
        Assert.True(!others.Any(), string.Join('\n', others));
    }

    private static PolicySet? PoliciesFor(Block block) =>
        RulePage.Of(block.Rule).Blocks(block.Heading, "yaml") is [_, var settings] ? RuleRun.Policies(settings) : null;

    private static Block Find(string name) => Blocks.Single(block => block.Name == name);

    // A rule that is off by default is judged as where a team has set it.
    private static Compiled Compile(Block block) => new()
    {
        Sources = [("Tasks.cs", Head + block.Code)],
        Additional = block.Rule.Traits.SnapshotSeverity is null ? [] : [("page.arize-live.json", RulePage.Of(block.Rule).Blocks(block.Heading, "json").Single())],
        Severities = block.Rule.DefaultSeverity == Severity.None ? [(block.Rule.Id, ReportDiagnostic.Warn)] : [],
    };

    private sealed record Block(Rule Rule, string Heading, string Code)
    {
        internal string Name => $"{Rule.Id} {Heading}";
    }
}
