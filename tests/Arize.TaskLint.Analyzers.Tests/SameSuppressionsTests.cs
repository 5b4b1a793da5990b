using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Arize.TaskLint.Analyzers.Tests;

/// <summary>Pragmas and <c>[SuppressMessage]</c> mean the same to the compiler and to <c>tasklint lint</c>, which reads a library with its sources.</summary>
public sealed class SameSuppressionsTests
{
    private const string FileBreak = "=====";

    // It breaks two rules, ATL2004 and ATL3003.
    private const string Task = "tasks.CodeEvaluation(\"a\").OnProject(\"P1\").SamplingRate(25).Evaluator(\"E1\").Evaluator(\"E1\");";

    // In each, TASK; stands for a task, and the head and the end of the catalog are left out where it has but one method.
    private static readonly Dictionary<string, string> All = new()
    {
        ["nothing"] = "TASK;",
        ["to restore"] = "TASK;\n#pragma warning disable ATL2004 // reason\nTASK;\n#pragma warning restore ATL2004\nTASK;",
        ["to the end"] = "TASK;\n#pragma warning disable ATL2004\nTASK;\nTASK;",
        ["all to restore"] = "TASK;\n#pragma warning disable // reason\nTASK;\n#pragma warning restore\nTASK;",
        ["all, one restored"] = "#pragma warning disable\nTASK;\n#pragma warning restore ATL2004\nTASK;\n#pragma warning restore ATL3003\nTASK;",
        ["all, one restored and disabled again"] = "#pragma warning disable\n#pragma warning restore ATL2004\nTASK;\n#pragma warning disable ATL2004\nTASK;\n#pragma warning restore\nTASK;",
        ["all, one restored, all again"] = "#pragma warning disable\n#pragma warning restore ATL2004\nTASK;\n#pragma warning disable\nTASK;",
        ["one, all restored"] = "#pragma warning disable ATL2004\nTASK;\n#pragma warning restore\nTASK;",
        ["one, restored with another"] = "#pragma warning disable ATL2004\nTASK;\n#pragma warning restore ATL3003\nTASK;\n#pragma warning restore ATL3003, ATL2004\nTASK;",
        ["twice disabled, once restored"] = "#pragma warning disable ATL2004\n#pragma warning disable ATL2004\nTASK;\n#pragma warning restore ATL2004\nTASK;",
        ["a list"] = "#pragma warning disable CS0168, ATL2004, 1591, IDE0051, ATL3003\nTASK;\n#pragma warning restore ATL2004,CS0168\nTASK;",
        ["others only"] = "#pragma warning disable CS0168, 1591, nullable\nTASK;\n#pragma warning disable nullable\nTASK;",
        ["small letters"] = "#pragma warning disable atl2004\nTASK;",
        ["no such rule"] = "#pragma warning disable ATL9999, ATL\nTASK;",
        ["no comma"] = "#pragma warning disable ATL2004 ATL3003\nTASK;",
        ["a string"] = "#pragma warning disable \"ATL2004\"\nTASK;",
        ["a comma too many"] = "#pragma warning disable ATL2004,\nTASK;",
        ["enable"] = "#pragma warning disable ATL2004\nTASK;\n#pragma warning enable ATL2004\nTASK;",
        ["no verb"] = "#pragma warning ATL2004\nTASK;\n#pragma warning\nTASK;\n#pragma disable ATL2004\nTASK;",
        ["blanks"] = "  # pragma\twarning   disable   ATL2004 /* no comment */\nTASK;\n# pragma warning restore ATL2004//x\nTASK;",
        ["inactive"] = "#if NEVER\n#pragma warning disable ATL2004\n#endif\nTASK;\n#if YES\n#pragma warning disable ATL3003\n#endif\nTASK;",
        ["restore alone"] = "#pragma warning restore ATL2004\nTASK;\n#pragma warning restore\nTASK;",
        ["in texts and comments"] = "/*\n#pragma warning disable ATL2004\n*/\n// #pragma warning disable ATL2004\n_ = @\"\n#pragma warning disable ATL2004\n[SuppressMessage(a, ATL2004)]\n\";\nTASK;",
        ["within a chain"] = "tasks.CodeEvaluation(\"a\").OnProject(\"P1\")\n#pragma warning disable ATL2004\n.SamplingRate(25)\n#pragma warning restore ATL2004\n.Evaluator(\"E1\")\n.Evaluator(\"E1\");",
        ["before the usings"] = "#pragma warning disable ATL2004\nusing Arize.TaskLint;\npublic sealed class Tasks : TaskCatalog { protected override void Declare(TaskCatalogBuilder tasks) {\nTASK;\n} }",
        ["a line that is renumbered"] = "#pragma warning disable ATL2004\nTASK;\n#line 500\nTASK;\n#pragma warning restore ATL2004\nTASK;\n#line default\nTASK;",
        ["lines of another file"] = "TASK;\n#line 7 \"other.txt\"\n#pragma warning disable ATL2004\nTASK;\n#pragma warning restore ATL2004\nTASK;\n#line default\nTASK;",
        ["lines of another file by columns"] = "TASK;\n#pragma warning disable ATL2004\n#line (3,1)-(3,90) \"other.txt\"\nTASK;\n#pragma warning restore ATL2004\nTASK;\n#line default\nTASK;",

        ["a method"] = Members("A(tasks); B(tasks);", "[SuppressMessage(\"a\", \"ATL2004\", Justification = \"reason\")]\nvoid A(TaskCatalogBuilder tasks) { TASK; }\nvoid B(TaskCatalogBuilder tasks) { TASK; }"),
        ["a method with several attributes"] = Members("A(tasks); B(tasks);", "[Obsolete, SuppressMessage(\"a\", \"ATL2004\"), SuppressMessage(\"a\", \"ATL9999\")]\n[SuppressMessage(\"a\", \"ATL3003\")]\nvoid A(TaskCatalogBuilder tasks) { TASK; }\nvoid B(TaskCatalogBuilder tasks) { TASK; }"),
        ["other ways to write it"] = Members("A(tasks); B(tasks); C(tasks); D(tasks); E(tasks); F(tasks); G(tasks);", """
            [SuppressMessageAttribute("a", "ATL2004")] void A(TaskCatalogBuilder tasks) {
            TASK; }
            [System.Diagnostics.CodeAnalysis.SuppressMessage("a", "ATL2004:Title: x")] void B(TaskCatalogBuilder tasks) {
            TASK; }
            [global::System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage("a", "ATL2004")] void C(TaskCatalogBuilder tasks) {
            TASK; }
            [SuppressMessage(checkId: "ATL2004", category: "a")] void D(TaskCatalogBuilder tasks) {
            TASK; }
            [SuppressMessage("a", Id + "04")] void E(TaskCatalogBuilder tasks) {
            TASK; }
            [Quiet("a", "ATL2004")] void F(TaskCatalogBuilder tasks) {
            TASK; }
            [method: SuppressMessage("a", "ATL2004")] void G(TaskCatalogBuilder tasks) {
            TASK; }
            const string Id = "ATL20";
            """),
        ["ways to get it wrong"] = Members("A(tasks); B(tasks); C(tasks); D(tasks); E(tasks); F(tasks); G(tasks); H(tasks);", """
            [SuppressMessage("a", "atl2004")] void A(TaskCatalogBuilder tasks) {
            TASK; }
            [SuppressMessage("a", " ATL2004")] void B(TaskCatalogBuilder tasks) {
            TASK; }
            [SuppressMessage("ATL2004", "a")] void C(TaskCatalogBuilder tasks) {
            TASK; }
            [return: SuppressMessage("a", "ATL2004")] int D(TaskCatalogBuilder tasks) {
            TASK; return 1; }
            [Other.SuppressMessage("a", "ATL2004")] void E(TaskCatalogBuilder tasks) {
            TASK; }
            [SuppressMessage("a", "ATL2004", Scope = "member", Target = "~M:Tasks.G")] void F(TaskCatalogBuilder tasks) {
            TASK; }
            [SuppressMessage("a", null!)] void G(TaskCatalogBuilder tasks) {
            TASK; }
            [SuppressMessage("a", "")] void H(TaskCatalogBuilder tasks) {
            TASK; }
            class Other { internal class SuppressMessageAttribute(string a, string b) : Attribute { public string Both => a + b; } }
            """),
        ["members of all kinds"] = Members("all = tasks; a(tasks); b(tasks); c(tasks); _ = P; _ = Q; Q = 1; X += null; X -= null; _ = this[1]; L(); _ = new S(tasks);", """
            static TaskCatalogBuilder all = null!;
            [SuppressMessage("a", "ATL2004")] Action<TaskCatalogBuilder> a = tasks => {
            TASK; }, b = tasks => {
            TASK; };
            Action<TaskCatalogBuilder> c = tasks => {
            TASK; };
            [SuppressMessage("a", "ATL2004")] int P { get { var tasks = all;
            TASK; return 1; } }
            int Q { [SuppressMessage("a", "ATL2004")] get { var tasks = all;
            TASK; return 1; } set { var tasks = all;
            TASK; } }
            [SuppressMessage("a", "ATL2004")] event Action? X { add { var tasks = all;
            TASK; } remove { var tasks = all;
            TASK; } }
            [SuppressMessage("a", "ATL2004")] int this[int i] { get { var tasks = all;
            TASK; return i; } }
            void L() { var tasks = all;
            [SuppressMessage("a", "ATL2004")] void Local() {
            TASK; }
            Local();
            TASK; }
            struct S { [SuppressMessage("a", "ATL2004")] public S(TaskCatalogBuilder tasks) {
            TASK; } }
            """),
        ["a class"] = Catalog("[SuppressMessage(\"a\", \"ATL2004\")]\npublic sealed class Tasks : TaskCatalog {\nprotected override void Declare(TaskCatalogBuilder tasks) { TASK; } }\npublic sealed class Others : TaskCatalog {\nprotected override void Declare(TaskCatalogBuilder tasks) { TASK; } }"),
        ["a class around it"] = Catalog("[SuppressMessage(\"a\", \"ATL2004\")]\npublic class Outer {\npublic sealed class Tasks : TaskCatalog {\nprotected override void Declare(TaskCatalogBuilder tasks) { TASK; } } }"),
        ["a partial class"] = Catalog("[SuppressMessage(\"a\", \"ATL2004\")]\npublic sealed partial class Tasks;")
            + FileBreak + Catalog("public sealed partial class Tasks : TaskCatalog {\nprotected override void Declare(TaskCatalogBuilder tasks) { TASK; } }\npublic sealed class Others : TaskCatalog {\nprotected override void Declare(TaskCatalogBuilder tasks) { TASK; } }"),
        ["a partial method"] = Catalog("public sealed partial class Tasks : TaskCatalog {\n[SuppressMessage(\"a\", \"ATL2004\")]\nprivate partial void A(TaskCatalogBuilder tasks);\nprotected override void Declare(TaskCatalogBuilder tasks) { A(tasks); B(tasks); } }")
            + FileBreak + Catalog("public sealed partial class Tasks {\nprivate partial void A(TaskCatalogBuilder tasks) { TASK; }\nvoid B(TaskCatalogBuilder tasks) { TASK; } }"),
        ["the assembly"] = Global("[assembly: SuppressMessage(\"a\", \"ATL2004\")]"),
        ["the module"] = Global("[module: SuppressMessage(\"a\", \"ATL2004\")]"),
        ["the assembly by its scope"] = Global("[assembly: SuppressMessage(\"a\", \"ATL2004\", Scope = \"Module\")]"),
        ["the assembly as no scope"] = Global("[assembly: SuppressMessage(\"a\", \"ATL2004\", Scope = \"member\")]\n[assembly: SuppressMessage(\"a\", \"ATL2004\", Scope = \"all\")]"),
        ["a type"] = Global("[assembly: SuppressMessage(\"a\", \"ATL2004\", Scope = \"type\", Target = \"~T:Team.Ai.Tasks\")]"),
        ["a type without a scope"] = Global("[assembly: SuppressMessage(\"a\", \"ATL2004\", Target = \"~T:Team.Ai.Tasks\")]"),
        ["a type in the old form"] = Global("[assembly: SuppressMessage(\"a\", \"ATL2004\", Scope = \"type\", Target = \"Team.Ai.Tasks\")]"),
        ["an inner type in the old form"] = Global("[assembly: SuppressMessage(\"a\", \"ATL2004\", Scope = \"type\", Target = \"Team.Ai.Others+Inner\")]"),
        ["a type without a tilde"] = Global("[assembly: SuppressMessage(\"a\", \"ATL2004\", Scope = \"type\", Target = \"T:Team.Ai.Tasks\")]"),
        ["a method by its ID"] = Global("[assembly: SuppressMessage(\"a\", \"ATL2004\", Scope = \"member\", Target = \"~M:Team.Ai.Tasks.Declare(Arize.TaskLint.TaskCatalogBuilder)\")]"),
        ["a method with other parameters"] = Global("[assembly: SuppressMessage(\"a\", \"ATL2004\", Scope = \"member\", Target = \"~M:Team.Ai.Tasks.Declare\")]"),
        ["a type that is not there"] = Global("[assembly: SuppressMessage(\"a\", \"ATL2004\", Scope = \"type\", Target = \"~T:Team.Tasks\")]\n[assembly: SuppressMessage(\"a\", \"ATL2004\", Scope = \"type\", Target = \"~\")]\n[assembly: SuppressMessage(\"a\", \"ATL2004\", Scope = \"type\", Target = \"\")]"),
        ["a namespace and what is below"] = Global("[assembly: SuppressMessage(\"a\", \"ATL2004\", Scope = \"NamespaceAndDescendants\", Target = \"~N:Team\")]"),
        ["a namespace and what is below, in the old form"] = Global("[assembly: SuppressMessage(\"a\", \"ATL2004\", Scope = \"namespaceanddescendants\", Target = \"Team.Ai\")]"),
        ["a namespace by itself"] = Global("[assembly: SuppressMessage(\"a\", \"ATL2004\", Scope = \"namespace\", Target = \"~N:Team.Ai\")]"),
        ["a type as a namespace"] = Global("[assembly: SuppressMessage(\"a\", \"ATL2004\", Scope = \"namespaceanddescendants\", Target = \"~T:Team.Ai.Tasks\")]\n[assembly: SuppressMessage(\"a\", \"ATL3003\", Scope = \"type\", Target = \"~N:Team.Ai\")]"),
    };

    private static readonly Lazy<Task<ILookup<string, string>>> Linted = new(LintAsync);

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_compiler_and_the_tool_keep_quiet_of_the_same(string name)
    {
        var files = FilesOf(name, Path.Combine(Path.GetTempPath(), FolderOf(name)));
        var compiled = await new Compiled { Sources = files }.AnalyzeAsync(TestContext.Current.CancellationToken);

        var expected = compiled.Where(one => one.Id is "ATL2004" or "ATL3003").Select(one =>
        {
            var at = one.Location.GetMappedLineSpan();
            return Line(Path.GetFileName(at.Path), at.StartLinePosition.Line + 1, one.Id);
        });

        Assert.Equal(expected.Distinct().Order(StringComparer.Ordinal), (await Linted.Value)[FolderOf(name)].Distinct().Order(StringComparer.Ordinal));
    }

    private static string Members(string calls, string members) =>
        Catalog($$"""
            public sealed class Tasks : TaskCatalog
            {
                protected override void Declare(TaskCatalogBuilder tasks)
                {
                    {{calls}}
                }

            {{members}}
            }
            """);

    private static string Catalog(string types) => $"""
        using System;
        using System.Diagnostics.CodeAnalysis;
        using Arize.TaskLint;
        using Quiet = System.Diagnostics.CodeAnalysis.SuppressMessageAttribute;

        {types}

        """;

    private static string Global(string attribute) => Catalog(attribute) + FileBreak + Catalog("""
        namespace Team.Ai
        {
            public sealed class Tasks : TaskCatalog
            {
                protected override void Declare(TaskCatalogBuilder tasks) { TASK; }
            }

            public sealed class Others : TaskCatalog
            {
                protected override void Declare(TaskCatalogBuilder tasks)
                {
                    TASK;
                    Inner.Add(tasks);
                }

                private static class Inner
                {
                    public static void Add(TaskCatalogBuilder tasks) { TASK; }
                }
            }
        }

        public sealed class Outside : TaskCatalog
        {
            protected override void Declare(TaskCatalogBuilder tasks) { TASK; }
        }
        """);

    private static (string Path, string Text)[] FilesOf(string name, string folder)
    {
        var text = All[name];
        if (!text.Contains("using Arize.TaskLint;", StringComparison.Ordinal))
            text = Catalog($"public sealed class Tasks : TaskCatalog\n{{\nprotected override void Declare(TaskCatalogBuilder tasks)\n{{\n{text}\n}}\n}}");
        return [.. text.Replace("TASK;", Task, StringComparison.Ordinal).Split(FileBreak).Select((file, i) => (Path.Combine(folder, $"{i}.cs"), file))];
    }

    private static string FolderOf(string name) => $"case{All.Keys.ToList().IndexOf(name)}";

    private static string Line(string file, int line, string rule) => string.Create(CultureInfo.InvariantCulture, $"{file}({line}) {rule}");

    // One run over all cases: each is a library in a folder of its own, with its sources.
    private static async Task<ILookup<string, string>> LintAsync()
    {
        var root = Directory.CreateTempSubdirectory("tasklint-suppressions-").FullName;
        try
        {
            List<string> arguments = ["lint", "--only", "ATL2004,ATL3003", "--fail-on", "never", "--format", "json"];
            foreach (var name in All.Keys)
            {
                var folder = Path.Combine(root, FolderOf(name));
                Directory.CreateDirectory(folder);
                var files = FilesOf(name, folder);
                foreach (var (path, text) in files)
                    await File.WriteAllTextAsync(path, text);
                arguments.Add(Path.GetRelativePath(root, Build(FolderOf(name), folder, files)));
            }

            using var result = await LintedFolder.RunAsync(root, arguments);
            return result.RootElement.GetProperty("findings").EnumerateArray()
                .Where(finding => !finding.GetProperty("suppressed").GetBoolean())
                .Select(finding => (
                    File: finding.GetProperty("location").GetProperty("file").GetString()!.Split('/', 2),
                    Line: finding.GetProperty("location").GetProperty("startLine").GetInt32(),
                    Rule: finding.GetProperty("rule").GetString()!))
                .ToLookup(finding => finding.File[0], finding => Line(finding.File[1], finding.Line, finding.Rule));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static string Build(string name, string folder, IReadOnlyList<(string Path, string Text)> files)
    {
        var compilation = new Compiled { Sources = files }.Compilation()
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(files.Select(file => CSharpSyntaxTree.ParseText(SourceText.From(file.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)), new CSharpParseOptions(LanguageVersion.Latest), file.Path)))
            .WithAssemblyName(name);
        compilation = compilation.WithOptions(compilation.Options.WithSourceReferenceResolver(new SourceFileResolver([], null)));
        var path = Path.Combine(folder, name + ".dll");
        using var code = File.Create(path);
        using var symbols = File.Create(Path.ChangeExtension(path, ".pdb"));
        var result = compilation.Emit(code, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb, pdbFilePath: symbols.Name));
        Assert.True(result.Success, name + string.Join('\n', result.Diagnostics));
        return path;
    }
}
