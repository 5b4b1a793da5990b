using Arize.TaskLint.Testing;
using Microsoft.CodeAnalysis;

namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>Ways to write declarations, each in a file of catalogs that compile: odd but right ones, and wrong ones that are marked.</summary>
public sealed class CodeShapesTests
{
    public static TheoryData<string> Quiet => [.. FilesIn("quiet")];

    public static TheoryData<string> Found => [.. FilesIn("found")];

    [Theory]
    [MemberData(nameof(Quiet))]
    public async Task Code_that_is_right_is_not_reported_however_odd_it_is(string file)
    {
        var compiled = Read("quiet", file, text => text);
        Assert.Empty(compiled.Compilation().GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error));
        var found = await compiled.AnalyzeAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", string.Join('\n', found.Where(one => one.Severity != DiagnosticSeverity.Hidden)));
    }

    [Theory]
    [MemberData(nameof(Found))]
    public async Task Code_that_is_wrong_is_reported_where_it_is_wrong(string file) =>
        await AnalyzerRun.VerifyAsync(await File.ReadAllTextAsync(PathOf("found", file), TestContext.Current.CancellationToken), file);

    private static Compiled Read(string folder, string file, Func<string, string> change) => new() { Sources = [(file, change(File.ReadAllText(PathOf(folder, file))))] };

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.GetFiles(Repository.PathOf("tests", "Arize.TaskLint.Analyzers.Tests", "Code", folder), "*.cs").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static string PathOf(string folder, string file) => Repository.PathOf("tests", "Arize.TaskLint.Analyzers.Tests", "Code", folder, file);
}
