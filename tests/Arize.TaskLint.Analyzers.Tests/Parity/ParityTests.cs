using System.Text;
using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;
using Arize.TaskLint.Core.Rules;
using Arize.TaskLint.Testing;
using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.Tests.Parity;

/// <summary>
/// Every case of the rules' corpus, said with the builders too: the rules say the same of both. What the builders cannot say stands in
/// <c>cannot-be-said.txt</c>, with the reason.
/// </summary>
public sealed class ParityTests
{
    private const string Head = "using System;\nusing Arize.TaskLint;\n\ninternal static class Outside { internal static T? Value<T>() => default; }\n\n";

    private static readonly Lazy<IReadOnlyDictionary<string, Case>> Cases = new(() => AllFiles().Select(Case.Read).ToDictionary(one => one.File));

    private static readonly Lazy<Task<Dictionary<string, IReadOnlyList<TaskDocument>>>> Run = new(RunAsync);

    public static TheoryData<string> Runnable => [.. Cases.Value.Values.Where(one => one.IsRunnable).Select(one => one.File)];

    public static TheoryData<string> Sayable => [.. Cases.Value.Values.Where(one => one.Catalogs is not null).Select(one => one.File)];

    [Fact]
    public void What_cannot_be_said_is_listed_with_the_reason()
    {
        var list = new StringBuilder();
        foreach (var one in Cases.Value.Values.Where(one => one.Catalogs is null))
            list.Append(one.File).Append(": ").Append(one.Reason).Append('\n');
        Golden.Matches(Repository.PathOf("tests", "Arize.TaskLint.Analyzers.Tests", "Parity", "cannot-be-said.txt"), list.ToString());
    }

    [Fact]
    public void Every_rule_of_the_corpus_can_be_broken_in_code_or_the_reason_is_known()
    {
        // Rules of which no broken case can be said: what they forbid does not compile, or has no words in C#.
        // The cases of ATL2012 have matchers that the builders cannot make beside those that they can.
        string[] forYamlOnly = ["ATL1001", "ATL1007", "ATL1015", "ATL2012", "ATL4013", "ATL9003"];
        var broken = Cases.Value.Values.Where(one => one.File.StartsWith("err/", StringComparison.Ordinal)).GroupBy(one => one.File.Split('/')[1]);
        Assert.Equal(forYamlOnly, broken.Where(rule => rule.All(one => one.Catalogs is null)).Select(rule => rule.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Sayable))]
    public async Task The_analyzer_says_of_code_what_the_reader_says_of_YAML(string file)
    {
        var one = Cases.Value[file];
        var compiled = new Compiled { Sources = [(HostRun.FileName, Head + one.Catalogs)] };
        var errors = compiled.Compilation().GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, $"{string.Join('\n', errors)}\n{one.Catalogs}");
        var found = (await compiled.AnalyzeAsync(TestContext.Current.CancellationToken)).Select(diagnostic => (diagnostic.Id, Message: diagnostic.GetMessage())).ToList();
        // What a variable is in YAML, any expression is in C#.
        // And a compiler has no settings of a run.
        var expected = one.Rules.Where(rule => RuleCatalogue.Find(rule) is not PolicyRule).Select(rule => rule == "ATL1010" ? "ATL1013" : rule).Order(StringComparer.Ordinal);
        Assert.True(
            expected.SequenceEqual(found.Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal)),
            $"YAML: {string.Join(' ', one.Rules)}\nC#: {string.Join("\n", found)}\n{one.Catalogs}");
    }

    [Theory]
    [MemberData(nameof(Runnable))]
    public async Task The_C_sharp_host_gives_what_the_reader_gives_of_YAML(string file)
    {
        var documents = (await Run.Value)[file];
        var found = Linter.Check(documents, new SpaceSettings(), Cases.Value[file].Policies);
        Assert.Equal(Cases.Value[file].Rules, found.Select(finding => finding.Rule.Id).Order(StringComparer.Ordinal));
        Assert.All(found, finding => Assert.EndsWith(HostRun.FileName, finding.Place.File?.Path, StringComparison.Ordinal));
    }

    // Every sayable case in one file, and one run of the host.
    private static async Task<Dictionary<string, IReadOnlyList<TaskDocument>>> RunAsync()
    {
        var cases = Cases.Value.Values.Where(one => one.IsRunnable).ToList();
        var documents = await HostRun.RunAsync(Head, [.. cases.Select(one => one.Catalogs!)]);
        return cases.Zip(documents).ToDictionary(pair => pair.First.File, pair => pair.Second);
    }

    private static IEnumerable<string> AllFiles() => RuleCorpus.Files("err").Concat(RuleCorpus.Files("quiet")).Concat(RuleCorpus.Files("ok"));

    /// <summary>A file of the corpus: what the rules say of it, and the catalogs that say the same.</summary>
    private sealed record Case(string File, IReadOnlyList<string> Rules, string? Catalogs, string? Reason, PolicySet? Policies)
    {
        /// <summary>Whether a run of the code gives the values that the file has: what is unknown in the file is something once the code runs.</summary>
        internal bool IsRunnable => Catalogs is not null && !Catalogs.Contains(BuilderPrinter.Outside, StringComparison.Ordinal);

        internal static Case Read(string file)
        {
            var document = new DeclarationReader(name => RuleCorpus.Variables.GetValueOrDefault(name)).Read(Path.GetFileName(file), System.IO.File.ReadAllBytes(Path.Combine(RuleCorpus.Folder, file)));
            var policies = RuleCorpus.SettingsOf(System.IO.File.ReadLines(Path.Combine(RuleCorpus.Folder, file))) is { } settings ? RuleRun.Policies(settings) : null;
            // Silent findings are there for those who ask for them: here everybody does.
            IReadOnlyList<string> rules =
            [
                .. Linter.Check([document], new SpaceSettings(), policies).Select(finding => finding.Rule.Id).Where(rule => rule != "ATL1007").Order(StringComparer.Ordinal),
            ];
            try
            {
                if (file.StartsWith("err/ATL1007/", StringComparison.Ordinal))
                    throw new CannotBeSaidException("the builders have no method for what only the server writes");
                if (file.StartsWith("err/ATL1015/", StringComparison.Ordinal))
                    throw new CannotBeSaidException("in code, '${' is text");
                if (document.Problems.FirstOrDefault(problem => problem.Path.ToString() != "space") is { } problem)
                    throw new CannotBeSaidException($"of the document itself: {Linter.Describe(problem)?.Message.Split('\n')[0]}");
                var catalogs = document.Tasks.GroupBy(task => task.Document).Select((group, i) =>
                    BuilderPrinter.Catalog($"Catalog{i}", group.Key?.Space ?? default, group.Select(task => task.View.Node)));
                return new Case(file, rules, string.Concat(catalogs), null, policies);
            }
            catch (CannotBeSaidException refused)
            {
                return new Case(file, rules, null, refused.Message, policies);
            }
        }
    }
}
