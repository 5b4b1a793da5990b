using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>A source file with marks, <c>{|ATL2004:25|}</c>: the analyzer reports what is marked and nothing else.</summary>
internal sealed class AnalyzerRun : CSharpAnalyzerTest<TaskLintAnalyzer, DefaultVerifier>
{
    private AnalyzerRun(string marked, string path, string[] others)
    {
        TestedCode.Prepare(this);
        TestState.Sources.Add((path, marked));
        for (var i = 0; i < others.Length; i++)
            TestState.Sources.Add(($"Other{i}.cs", others[i]));
        // What only a run of the code tells is silent; where it is not marked, the test is not about it.
        if (!marked.Contains("{|ATL1013:", StringComparison.Ordinal))
            DisabledDiagnostics.Add("ATL1013");
    }

    internal static Task VerifyAsync(string marked, string path = "Tasks.cs") =>
        new AnalyzerRun(marked, path, []).RunAsync(TestContext.Current.CancellationToken);

    /// <summary>The same of a file in a project with other ones, which have no marks.</summary>
    internal static Task VerifyAmongAsync(string marked, params string[] others) =>
        new AnalyzerRun(marked, "Tasks.cs", others).RunAsync(TestContext.Current.CancellationToken);

    protected override ParseOptions CreateParseOptions() => TestedCode.Language;

    protected override CompilationOptions CreateCompilationOptions() => TestedCode.Options;
}
