using System.Globalization;
using System.Text.Json;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Reporting.Tests;

/// <summary>What readers get of the HTML and Markdown reports: in a real browser, and as GitHub renders them.</summary>
public sealed class RenderedReportTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tasklint-page-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Html_report_of_each_sample_loads_nothing_runs_nothing_and_is_accessible_on_phones_and_desktops_in_light_and_dark()
    {
        Require(Browser.Missing);
        var pages = Samples.All.Keys.Select(name => Write("html", "html", name)).ToList();

        var faults = await AskAsync<string[][]>("page.mjs", new { browser = Browser.Path, pages, screenshots = Environment.GetEnvironmentVariable("TASKLINT_SCREENSHOTS") });

        Assert.Empty(faults.SelectMany(one => one));
    }

    [Fact]
    public async Task Html_report_of_two_thousand_tasks_opens_within_two_seconds_and_its_filters_work_by_keyboard()
    {
        Require(Browser.Missing);
        var page = Path.Combine(folder.FullName, "two-thousand.html");
        await using (var writer = new StreamWriter(page))
            new Html.HtmlReport().Write(new Sample(1, TwoThousand()).Report(), new RenderOptions(), writer);

        var answer = await AskAsync<FilterAnswer>("filters.mjs", new { browser = Browser.Path, page, text = "Task 1234", status = "missing", source = "P2" });

        Assert.Equal("2000 of 2000 tasks shown", answer.All[1].GetString());
        Assert.Equal(2000, answer.All[0].GetInt32());
        Assert.Equal("1 of 2000 tasks shown", answer.Searched[1].GetString());
        Assert.Equal(1, answer.Searched[0].GetInt32());
        Assert.Equal(1, answer.Articles);
        Assert.Equal("200 of 2000 tasks shown", answer.Chosen[1].GetString());
        Assert.Equal(200, answer.Chosen[0].GetInt32());
        Assert.Equal("2000 of 2000 tasks shown", answer.Reset[1].GetString());
        Assert.Equal("100 of 2000 tasks shown", answer.OfSource[1].GetString());
        Assert.True(answer.Opened);
        Assert.InRange(answer.Drawn, 0, 2000);
        // It is complete within two seconds, too, on a machine that does nothing else.
        Assert.InRange(answer.Complete, 0, 6000);
        // Some seconds for a busy machine; a layout that a key press makes anew for each task takes a minute.
        Assert.InRange(answer.Tabbing, 0, 10_000);
    }

    [Fact]
    public async Task Markdown_report_of_each_sample_has_no_foreign_element_mention_or_link_outside_of_code()
    {
        Require(NodePackages.Missing);
        var files = Samples.All.Keys.Select(name => Write("markdown", "md", name)).ToList();

        var strangers = await AskAsync<string[][]>("markdown.mjs", new { files });

        Assert.All(strangers, Assert.Empty);
    }

    [Fact]
    public async Task Markdown_report_of_names_made_of_any_special_signs_keeps_them_in_code_and_in_their_cells()
    {
        Require(NodePackages.Missing);
        const string Signs = "\\|`<@a";
        var names = Signs.SelectMany(one => Signs.SelectMany(two => Signs.SelectMany(three => Signs.Select(four => $"{one}{two}{three}{four}")))).ToList();
        var declared = names.Select(name => $$"""{ "name": {{JsonSerializer.Serialize(name)}}, "type": "TEMPLATE_EVALUATION", "project_id": "P1" }""");
        var file = Path.Combine(folder.FullName, "signs.md");
        await using (var writer = new StreamWriter(file))
        {
            var result = Results.Check($"[{string.Join(",", declared)}]", new string?[names.Count]);
            new Markdown.MarkdownReport().Write(new Sample(1, result).Report(), new RenderOptions { MostCharacters = int.MaxValue }, writer);
        }

        var strangers = await AskAsync<string[][]>("markdown.mjs", new { files = new[] { file } });

        Assert.Empty(Assert.Single(strangers));
    }

    private static Core.Results.RunResult TwoThousand()
    {
        var ids = Enumerable.Range(0, 2000).ToList();
        string Evaluators(int i) => $$"""[{ "evaluator_id": "E{{Text(i % 7)}}", "query_filter": "name = 'a{{Text(i)}}' AND latency_ms > 10" }]""";
        var declared = ids.Select(i => $$"""
            { "name": "Task {{Text(i)}}", "id": "T{{Text(i)}}", "type": "TEMPLATE_EVALUATION", "project_id": "P{{Text(i % 4)}}", "sampling_rate": 0.1, "evaluators": {{Evaluators(i)}} }
            """);
        // Each tenth is missing, and no two of the others drifted alike.
        var live = ids.Select(i => i % 10 == 0 ? null : $$"""
            { "name": "Task {{Text(i)}}", "id": "T{{Text(i)}}", "type": "TEMPLATE_EVALUATION", "project_id": "P{{Text(i % 4)}}", "sampling_rate": 0.2, "evaluators": {{Evaluators(i + 7)}} }
            """);
        return Results.Check($"[{string.Join(",", declared)}]", [.. live]);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Require(string? missing)
    {
        if (missing is null)
            return;
        Assert.SkipWhen(Programs.MaySkip, missing);
        Assert.Fail($"{missing}, and {Programs.NoSkipsVariable} says that nothing may skip");
    }

    private string Write(string format, string extension, string sample)
    {
        var path = Path.Combine(folder.FullName, $"{sample}.{extension}");
        using var writer = new StreamWriter(path);
        ReportFormats.Find(format)!.Write(Samples.All[sample].Report("https://example.com/tasklint"), new RenderOptions { ShowsSuppressed = true }, writer);
        return path;
    }

    private async Task<T> AskAsync<T>(string script, object request)
    {
        var path = Path.Combine(folder.FullName, "request");
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(request), TestContext.Current.CancellationToken);
        var (code, output, error) = await Programs.RunAsync(NodePackages.Folder, "node", script, path);
        Assert.True(code == 0, error);
        return JsonSerializer.Deserialize<T>(output, JsonSerializerOptions.Web)!;
    }

    private sealed record FilterAnswer(double Drawn, double Complete, JsonElement All, JsonElement Searched, JsonElement Chosen, JsonElement Reset, JsonElement OfSource, int Articles, double Tabbing, bool Opened);
}
