using System.Text.Json;

namespace Arize.TaskLint.Reporting.Tests;

/// <summary>What platforms recognise a finding by, from one run to the next.</summary>
public sealed class FingerprintTests
{
    private const string Task = "name: a\ntype: TEMPLATE_EVALUATION\nproject_id: P1\nsampling_rate: 25\nevaluators: [{ evaluator_id: E1, x: 1, y: 1 }, { evaluator_id: E1, x: 1 }]\n";

    [Theory]
    [InlineData("sarif")]
    [InlineData("gitlab")]
    public void Fingerprints_stay_when_lines_move(string format)
    {
        var before = Fingerprints(format, Results.Lint(Task));

        Assert.NotEmpty(before);
        Assert.Equal(before, Fingerprints(format, Results.Lint("# a comment\n\n" + Task)));
        Assert.NotEqual(before, Fingerprints(format, Results.Lint(Task.Replace("25", "30", StringComparison.Ordinal))));
    }

    [Fact]
    public void Code_quality_has_each_fingerprint_once()
    {
        foreach (var sample in Samples.All.Values)
        {
            var all = Of("gitlab", Written.As("gitlab", sample.Report())).ToList();
            Assert.Equal(all.Count, all.Distinct().Count());
        }

        var same = Written.Of([.. Enumerable.Range(0, 3).Select(i => Written.Finding(i, Core.Rules.Severity.Error, "same") with { Fingerprint = "2-a" })]);
        Assert.Equal(["2-a", "2-a-2", "2-a-3"], Of("gitlab", Written.As("gitlab", same)));
    }

    [Fact]
    public void A_finding_without_a_place_has_a_file_and_a_fingerprint_because_platforms_refuse_a_report_without_them()
    {
        var report = Samples.All["unmanaged"].Report();
        using var quality = JsonDocument.Parse(Written.As("gitlab", report));
        using var sarif = JsonDocument.Parse(Written.As("sarif", report));

        Assert.All(quality.RootElement.EnumerateArray(), entry => Assert.Equal("arize/support.arize.yaml", entry.GetProperty("location").GetProperty("path").GetString()));
        Assert.All(sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray(), result => Assert.Equal(1, result.GetProperty("locations").GetArrayLength()));
    }

    private static List<string> Fingerprints(string format, Core.Results.RunResult result) =>
        [.. Of(format, Written.As(format, ReportBuilder.Build(result, exitCode: 1, secret: null, publicAddress: null)))];

    private static IEnumerable<string> Of(string format, string text)
    {
        using var json = JsonDocument.Parse(text);
        return format == "gitlab"
            ? [.. json.RootElement.EnumerateArray().Select(entry => entry.GetProperty("fingerprint").GetString()!)]
            : [.. json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
                .Select(result => result.GetProperty("partialFingerprints").GetProperty("tasklint/v2").GetString()!)];
    }
}
