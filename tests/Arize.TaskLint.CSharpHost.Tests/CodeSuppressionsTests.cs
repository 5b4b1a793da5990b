using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Arize.TaskLint.CSharpHost.Tests;

/// <summary>Which lines of a source are suppressed. That the compiler sees it the same way, the analyzer's tests hold against it.</summary>
public sealed class CodeSuppressionsTests
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> Framework = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))]);

    [Theory]
    [InlineData("class A;", "")]
    [InlineData("#pragma warning disable ATL2004\nclass A;\n#pragma warning restore ATL2004\n", "2-2 ATL2004")]
    [InlineData("class A;\n#pragma warning disable ATL2004 // as agreed\n", "3-end ATL2004: as agreed")]
    [InlineData("#pragma warning disable // all of it\nclass A;\n#pragma warning restore\n", "2-2 all: all of it")]
    [InlineData("#pragma warning disable\n\n#pragma warning restore ATL2004\n\n#pragma warning restore\n", "2-2 all|4-4 all but ATL2004")]
    [InlineData("#pragma warning disable\n\n#pragma warning restore ATL2004\n\n#pragma warning disable ATL2004\n", "2-2 all|4-end all but ATL2004|6-end ATL2004")]
    [InlineData("#pragma warning disable CS0168, ATL2004, 1591, nullable, ATL3003\n\n#pragma warning restore ATL3003\n", "2-2 ATL3003|2-end ATL2004")]
    [InlineData("#pragma warning disable CS0168\n#pragma warning disable 1591\n#pragma warning disable nullable\n", "")]
    [InlineData("#pragma warning disable ATL2004 // one\n\n#pragma warning disable ATL2004 // two\n\n#pragma warning restore ATL2004\n", "2-2 ATL2004: one|4-4 ATL2004: two")]
    [InlineData("#pragma warning disable ATL2004\n#pragma warning restore ATL2004\n", "")]
    [InlineData("#pragma warning restore ATL2004\n#pragma warning restore\n", "")]
    [InlineData("class A { string s = \"\"\"\n#pragma warning disable ATL2004\n\"\"\"; }\n/*\n#pragma warning disable\n*/\n// #pragma warning disable\n#if NEVER\n#pragma warning disable\n#endif\n", "")]
    [InlineData("#if !NEVER\n#pragma warning disable ATL2004 //\n#endif", "3-end ATL2004")]
    [InlineData("#pragma warning disable ATL2004\r\nclass A;\r\n#pragma warning restore ATL2004\r\n", "2-2 ATL2004")]
    public void Pragmas(string text, string expected) => Assert.Equal(expected, Found(text));

    [Theory]
    [InlineData("[SuppressMessage(\"a\", \"ATL2004\")]\nclass A\n{\n}", "2-5 ATL2004")]
    [InlineData("[SuppressMessage(\"a\", \"ATL2004:Title\", Justification = \" as agreed \")] class A;", "2-2 ATL2004: as agreed")]
    [InlineData("[SuppressMessage(\"a\", \"ATL2004\", Justification = \"\")] class A;", "2-2 ATL2004")]
    [InlineData("[Obsolete, SuppressMessageAttribute(\"a\", \"ATL2004\"), System.Diagnostics.CodeAnalysis.SuppressMessage(\"a\", \"ATL3003\")] class A;", "2-2 ATL2004|2-2 ATL3003")]
    [InlineData("[SuppressMessage(\"a\", \"CA1822\")] [Obsolete(\"SuppressMessage ATL2004\")] class A;", "")]
    [InlineData("class A\n{\n[SuppressMessage(\"a\", \"ATL2004\")]\nvoid M()\n{\n}\nvoid N() { }\n}", "4-7 ATL2004")]
    [InlineData("class A {\n[SuppressMessage(\"a\", \"ATL2004\")] int a = 1,\nb = 2;\nint P {\n[SuppressMessage(\"a\", \"ATL3003\")] get; } }", "3-4 ATL2004|3-4 ATL2004|6-6 ATL3003")]
    [InlineData("[SuppressMessage(\"a\", \"ATL2004\")] partial class A;\npartial class A { }\n", "2-2 ATL2004|3-3 ATL2004")]
    [InlineData("[assembly: SuppressMessage(\"a\", \"ATL2004\", Justification = \"as agreed\")]", "1-end ATL2004: as agreed")]
    [InlineData("[assembly: SuppressMessage(\"a\", \"ATL2004\", Scope = \"type\", Target = \"~T:N.A\", Justification = \"as agreed\")]\nnamespace N {\nclass A { }\nclass B; }", "4-4 ATL2004: as agreed")]
    [InlineData("[assembly: SuppressMessage(\"a\", \"ATL2004\", Scope = \"member\", Target = \"~M:A.M(System.Int32)\")]\nclass A { void M() { }\nvoid M(int i) { } }", "4-4 ATL2004")]
    [InlineData("// [SuppressMessage(\"a\", \"ATL2004\")]\nclass A { string s = \"[SuppressMessage(a, ATL2004)]\"; }", "")]
    public void Attributes(string text, string expected) => Assert.Equal(expected, Found("using System; using System.Diagnostics.CodeAnalysis;\n" + text));

    [Fact]
    public void Lines_are_those_that_a_caller_is_told() => Assert.Equal(
        "other.cs: 8-8 ATL2004",
        Found("#line 6 \"other.cs\"\n\n#pragma warning disable ATL2004\nclass A;\n#pragma warning restore ATL2004\n"));

    [Fact]
    public void What_is_hidden_has_no_lines() =>
        Assert.Equal("2-2 ATL2004|4-4 ATL2004|8-9 ATL2004", Found("#pragma warning disable ATL2004\n\n#line default\n\n#line hidden\n\n#line default\n\n"));

    [Theory]
    [InlineData("class A { [SuppressMessage(")]
    [InlineData("[SuppressMessage] class A;")]
    [InlineData("[SuppressMessage(\"a\", 1)] class A { void M( { }")]
    [InlineData("[SuppressMessage(\"a\", Nowhere)] enum { [SuppressMessage(\"a\", \"ATL2004\")] }")]
    [InlineData("[assembly: SuppressMessage(\"a\", \"ATL2004\", Scope = 1, Target = nameof(A))]")]
    [InlineData("[assembly: SuppressMessage(\"a\", \"ATL2004\", Scope = \"member\", Target = \"~M:A.M(((\")]")]
    [InlineData("[assembly: SuppressMessage(")]
    [InlineData("[SuppressMessage(\"a\", \"ATL2004\")]")]
    [InlineData("void M([SuppressMessage(\"a\", \"ATL2004\")] int i, [SuppressMessage(\"a\", \"ATL2004\")]) => [SuppressMessage(\"a\", \"ATL2004\")] () => 1; } }")]
    [InlineData("#pragma warning disable ATL2004,\n#pragma warning disable ,\n#pragma warning\n#pragma\n#\n#pragma warning disable \"\n#pragma warning disable 99999999999999999999, ATL")]
    [InlineData("#if A\n#pragma warning disable\n#else\n#line 99999999999\n#line (1,1)-(0,0) \"\"\n#line 0\n")]
    public void Half_a_text_is_no_obstacle(string text) => Found("using System.Diagnostics.CodeAnalysis;\n" + text);

    [Fact]
    public void A_file_that_is_compiled_says_what_it_suppresses()
    {
        using var file = new CompiledFile("#pragma warning disable ATL2004 // as agreed\nclass A;\n");

        var one = Assert.Single(CSharpFile.Load(file.FullPath).Sources().Suppressions);
        Assert.Equal((file.FullPath, 2, int.MaxValue, "ATL2004", "as agreed"), (one.File, one.First, one.Last, one.Rule, one.Reason));
    }

    private static string Found(string text)
    {
        const string Path = "a.cs";
        var compilation = CSharpCompilation.Create("A", [CSharpSyntaxTree.ParseText(text, path: Path)], Framework.Value, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return string.Join('|', CodeSuppressions.Of(compilation)
            .OrderBy(one => one.First).ThenBy(one => one.Last).ThenBy(one => one.Rule, StringComparer.Ordinal)
            .Select(one => string.Create(
                CultureInfo.InvariantCulture,
                $"{(one.File == Path ? "" : one.File + ": ")}{one.First}-{(one.Last == int.MaxValue ? "end" : one.Last)} {one.Rule ?? "all"}{(one.Except.Count == 0 ? "" : " but " + string.Join(',', one.Except))}{(one.Reason is null ? "" : ": " + one.Reason)}")));
    }
}
