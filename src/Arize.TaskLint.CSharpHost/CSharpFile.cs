using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Arize.TaskLint.CSharpHost;

/// <summary>Compiles a single C# file in memory, with the builders and the implicit usings of the SDK.</summary>
internal static class CSharpFile
{
    private const string ImplicitUsings =
        """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        """;

    /// <summary>Compiles and loads a file.</summary>
    /// <exception cref="InputException">It does not compile.</exception>
    internal static LoadedCode Load(string path)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None, preprocessorSymbols: Symbols())
            .WithFeatures([new("FileBasedProgram", "true")]);
        var tree = CSharpSyntaxTree.ParseText(ReadText(path), options, path);
        var root = (CompilationUnitSyntax)tree.GetRoot();
        // Statements at the top make a program of the file; it is not run.
        var kind = root.Members.OfType<GlobalStatementSyntax>().Any() ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(path),
            [tree, CSharpSyntaxTree.ParseText(ImplicitUsings, options)],
            References(),
            new CSharpCompilationOptions(
                kind,
                optimizationLevel: OptimizationLevel.Debug,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable));
        using var code = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(code, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        if (!result.Success)
            throw new InputException([.. Errors(result), .. Hints(path, root, result)]);
        code.Position = 0;
        symbols.Position = 0;
        return new LoadedCode(new DeclarationContext(null).LoadFromStream(code, symbols),
            () => CodeSuppressions.MayBeIn(tree.ToString()) ? CompilerFindings.SourcesOf([compilation]) : new CodeSources())
        {
            Folder = Path.GetDirectoryName(path)!,
            Symbols = symbols.ToArray(),
        };
    }

    /// <summary>The framework that this program runs on, and the builders.</summary>
    /// <param name="hasBuilders">Whether the builders beside this program are wanted.</param>
    internal static IEnumerable<MetadataReference> References(bool hasBuilders = true) => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(assembly => Path.GetDirectoryName(assembly) == DeclarationContext.FrameworkFolder)
        .Concat(hasBuilders ? [DeclarationContext.BuildersPath] : [])
        .Select(assembly => MetadataReference.CreateFromFile(assembly));

    private static SourceText ReadText(string path)
    {
        using var stream = File.OpenRead(path);
        return SourceText.From(stream, Encoding.UTF8);
    }

    private static IEnumerable<string> Symbols()
    {
        var current = Environment.Version.Major;
        return
        [
            "DEBUG", "TRACE", "NET", string.Create(CultureInfo.InvariantCulture, $"NET{current}_0"),
            .. Enumerable.Range(5, current - 4).Select(version => string.Create(CultureInfo.InvariantCulture, $"NET{version}_0_OR_GREATER")),
        ];
    }

    private static IEnumerable<string> Errors(EmitResult result) => result.Diagnostics
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
        .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
        .Select(diagnostic =>
        {
            var message = $"error {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
            var span = diagnostic.Location.GetMappedLineSpan();
            return span.Path is not { Length: > 0 } file ? message : string.Create(
                CultureInfo.InvariantCulture,
                $"{ShownPath.Of(file)}:{span.StartLinePosition.Line + 1}:{span.StartLinePosition.Character + 1}: {message}");
        });

    // A name that is not found may be declared by a directive of a file-based program.
    private static IEnumerable<string> Hints(string path, CompilationUnitSyntax root, EmitResult result)
    {
        if (!result.Diagnostics.Any(diagnostic => diagnostic.Id is "CS0246" or "CS0234" or "CS0103" or "CS0400"))
            return [];
        var ignored = root.GetLeadingTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.IgnoredDirectiveTrivia))
            .Select(trivia => trivia.ToString().Trim())
            .Where(line => (line.StartsWith("#:package", StringComparison.Ordinal) && PackageOf(line) != "Arize.TaskLint")
                || line.StartsWith("#:project", StringComparison.Ordinal))
            .ToList();
        if (ignored.Count == 0)
            return [];
        var lines = string.Join(", ", ignored.Select(line => $"'{line}'"));
        return
        [
            $"{ShownPath.Of(path)}: {lines} {(ignored.Count == 1 ? "is" : "are")} not followed here; "
                + "for declarations that need other packages or projects, give a .csproj",
        ];
    }

    private static string PackageOf(string line) => line["#:package".Length..].Trim().Split('@')[0].Trim();
}
