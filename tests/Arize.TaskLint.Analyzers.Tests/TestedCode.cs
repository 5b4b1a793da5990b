using Arize.TaskLint.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>What all tests of the analyzer and of the fixes have in common.</summary>
internal static class TestedCode
{
    /// <summary>The compilation's options: catalogs may use pointers.</summary>
    internal static CSharpCompilationOptions Options { get; } = new(
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);

    internal static CSharpParseOptions Language { get; } = new(LanguageVersion.Latest);

    /// <summary>References the framework and the builders.</summary>
    internal static void Prepare(AnalyzerTest<DefaultVerifier> test)
    {
        test.ReferenceAssemblies = ReferenceAssemblies.Net.Net80;
        test.TestState.AdditionalReferences.Add(typeof(TaskCatalog).Assembly.Location);
    }

    /// <summary>All rules but one.</summary>
    internal static IEnumerable<string> RulesExcept(string rule) => RuleCatalogue.All.Select(one => one.Id).Where(id => id != rule);
}
