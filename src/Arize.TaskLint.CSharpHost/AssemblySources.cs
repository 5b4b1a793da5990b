using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Arize.TaskLint.CSharpHost;

/// <summary>The C# sources that an assembly was built from, as its symbols name them, where they are on this machine and have not changed since.</summary>
internal static class AssemblySources
{
    private static readonly Guid Sha1 = new("ff1816ec-aa5e-4d10-87f7-6f4963833460");
    private static readonly Guid Sha256 = new("8829d00f-11b8-4213-878b-770e8597ac16");
    private static readonly Guid CompilationOptions = new("b5feec05-8cd0-4a83-96da-466284bb4bd8");

    /// <summary>What the sources of an assembly suppress, and of those that it has loaded: declarations may stand in a library beside it.</summary>
    internal static IReadOnlyList<CodeSuppression> SuppressionsOf(AssemblyLoadContext context) =>
        [.. context.Assemblies.Where(assembly => assembly.GetName().Name != DeclarationContext.Builders).SelectMany(SuppressionsOf)];

    private static IReadOnlyList<CodeSuppression> SuppressionsOf(Assembly assembly)
    {
        try
        {
            return assembly.Location.Length > 0 && Read(assembly.Location) is { } compilation ? CodeSuppressions.Of(compilation) : [];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            // Without its sources, nothing is suppressed.
            return [];
        }
    }

    private static CSharpCompilation? Read(string path)
    {
        using var file = File.OpenRead(path);
        using var code = new PEReader(file);
        if (!code.TryOpenAssociatedPortablePdb(path, symbols => File.Exists(symbols) ? File.OpenRead(symbols) : null, out var provider, out _))
            return null;
        using (provider)
        {
            var symbols = provider!.GetMetadataReader();
            var texts = symbols.Documents.Select(document => TextOf(symbols, symbols.GetDocument(document))).OfType<(string, SourceText)>().ToList();
            return texts.Exists(one => CodeSuppressions.MayBeIn(one.Item2.ToString())) ? Compilation(path, texts, SymbolsIn(symbols)) : null;
        }
    }

    private static (string, SourceText)? TextOf(MetadataReader symbols, Document document)
    {
        var path = symbols.GetString(document.Name);
        if (!path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) || !Path.IsPathFullyQualified(path) || !File.Exists(path))
            return null;
        var bytes = File.ReadAllBytes(path);
        var algorithm = symbols.GetGuid(document.HashAlgorithm);
#pragma warning disable CA5350 // It is what older compilers wrote; nothing depends on its strength.
        var hash = algorithm == Sha256 ? SHA256.HashData(bytes) : algorithm == Sha1 ? SHA1.HashData(bytes) : [];
#pragma warning restore CA5350
        return symbols.GetBlobBytes(document.Hash).AsSpan().SequenceEqual(hash) ? (path, SourceText.From(bytes, bytes.Length, Encoding.UTF8)) : null;
    }

    // Nothing is made of it: it says which declaration an attribute means.
    private static CSharpCompilation Compilation(string path, List<(string Path, SourceText Text)> texts, string[] symbols)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None, preprocessorSymbols: symbols);
        var beside = Directory.EnumerateFiles(Path.GetDirectoryName(path)!, "*.dll").Where(other => other != path).Select(other => MetadataReference.CreateFromFile(other));
        return CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(path),
            texts.Select(one => CSharpSyntaxTree.ParseText(one.Text, options, one.Path)),
            [.. CSharpFile.References(), .. beside],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, sourceReferenceResolver: new SourceFileResolver([], null)));
    }

    // The options are pairs of texts, each with a zero behind it.
    private static string[] SymbolsIn(MetadataReader symbols)
    {
        foreach (var handle in symbols.GetCustomDebugInformation(EntityHandle.ModuleDefinition))
        {
            var information = symbols.GetCustomDebugInformation(handle);
            if (symbols.GetGuid(information.Kind) != CompilationOptions)
                continue;
            var words = Encoding.UTF8.GetString(symbols.GetBlobBytes(information.Value)).Split('\0');
            var define = Array.IndexOf(words, "define");
            return define >= 0 && define + 1 < words.Length ? words[define + 1].Split(',', StringSplitOptions.RemoveEmptyEntries) : [];
        }

        return [];
    }
}
