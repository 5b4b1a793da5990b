using Arize.TaskLint.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>A source file with the marks of one rule, and what its fixes make of it: one after the other, and all at once.</summary>
internal sealed class CodeFixRun : CSharpCodeFixTest<TaskLintAnalyzer, TaskLintFixes, DefaultVerifier>
{
    private CodeFixRun(string rule, string marked, string after)
    {
        TestedCode.Prepare(this);
        DisabledDiagnostics.AddRange(TestedCode.RulesExcept(rule));
        TestState.Sources.Add(("Tasks.cs", marked));
        FixedState.Sources.Add(("Tasks.cs", after));
    }

    internal static Task VerifyAsync(string rule, string marked, string after) =>
        new CodeFixRun(rule, marked, after).RunAsync(TestContext.Current.CancellationToken);

    /// <summary>Verifies that no fix is offered for what is marked.</summary>
    internal static Task VerifyNoneAsync(string rule, string marked) => VerifyAsync(rule, marked, marked);

    protected override ParseOptions CreateParseOptions() => TestedCode.Language;

    protected override CompilationOptions CreateCompilationOptions() => TestedCode.Options;
}
