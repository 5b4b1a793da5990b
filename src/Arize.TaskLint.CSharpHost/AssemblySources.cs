using System.Buffers.Binary;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Arize.TaskLint.CSharpHost;

/// <summary>
/// The C# sources that assemblies were built from, according to their symbols, if they are on this machine and have not changed since.
/// </summary>
internal sealed class AssemblySources
{
    private static readonly Guid Sha1 = new("ff1816ec-aa5e-4d10-87f7-6f4963833460");
    private static readonly Guid Sha256 = new("8829d00f-11b8-4213-878b-770e8597ac16");
    private static readonly Guid CompilationOptions = new("b5feec05-8cd0-4a83-96da-466284bb4bd8");
    private static readonly Guid SourceLink = new("cc110556-a091-4d38-9fec-25ab9a351a6a");
    private static readonly Guid EmbeddedSource = new("0e8a571b-6926-466e-b4ad-8ab04611f5fe");

    // The root of the repository in a deterministic build.
    private const string Root = "/_/";

    private readonly Dictionary<string, string> moved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> unread = new(StringComparer.Ordinal);

    /// <summary>
    /// Reads the suppressions in the sources of an assembly and of those that it has loaded, since declarations may be in a library.
    /// </summary>
    internal static CodeSources Of(AssemblyLoadContext context)
    {
        var sources = new AssemblySources();
        List<CSharpCompilation> compilations = [.. context.Assemblies
            .Where(assembly => assembly.GetName().Name != DeclarationContext.Builders && assembly.Location.Length > 0)
            .Select(assembly => sources.Read(assembly.Location))
            .OfType<CSharpCompilation>()];
        return CompilerFindings.SourcesOf(compilations) with { Moved = sources.moved, Unread = sources.unread };
    }

    private CSharpCompilation? Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var code = new PEReader(file);
            if (!code.TryOpenAssociatedPortablePdb(path, symbols => File.Exists(symbols) ? File.OpenRead(symbols) : null, out var provider, out _))
                return null;
            using (provider)
            {
                var symbols = provider!.GetMetadataReader();
                string[] roots = [Root, .. SourceLinkRoots(symbols)];
                var texts = symbols.Documents.Select(document => TextOf(path, symbols, document, roots)).OfType<(string, SourceText)>().ToList();
                return texts.Exists(one => CodeSuppressions.MayBeIn(one.Item2.ToString())) ? Compilation(path, texts, SymbolsIn(symbols)) : null;
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            // Without its sources, nothing is suppressed.
            return null;
        }
    }

    private (string, SourceText)? TextOf(string assembly, MetadataReader symbols, DocumentHandle handle, string[] roots)
    {
        var document = symbols.GetDocument(handle);
        var path = symbols.GetString(document.Name);
        if (!path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
            return null;
        var algorithm = symbols.GetGuid(document.HashAlgorithm);
        var hash = symbols.GetBlobBytes(document.Hash);
        var hasOther = false;
        foreach (var candidate in Candidates(path, assembly, roots))
        {
            if (!File.Exists(candidate))
                continue;
            var bytes = File.ReadAllBytes(candidate);
            if (!Hash(bytes, algorithm).AsSpan().SequenceEqual(hash))
            {
                hasOther = true;
                continue;
            }

            if (candidate != path)
                moved[path] = candidate;
            return (path, SourceText.From(bytes, bytes.Length, Encoding.UTF8));
        }

        if (Embedded(symbols, handle) is { } embedded)
            return (path, embedded);
        unread[path] = hasOther
            ? "the file on this machine is not the one that was built"
            : "the file is not on this machine, neither there nor below a folder above the assembly or this one";
        return null;
    }

    // If the build maps folders to other names, the part below the repository's root stays the same.
    private static IEnumerable<string> Candidates(string path, string assembly, string[] roots)
    {
        if (Path.IsPathFullyQualified(path))
            yield return path;
        var known = path.Replace('\\', '/');
        foreach (var root in roots.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (!known.StartsWith(root, StringComparison.OrdinalIgnoreCase))
                continue;
            foreach (var start in new[] { Path.GetDirectoryName(assembly)!, ShownPath.Folder })
            {
                for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
                    yield return Path.Combine(folder, known[root.Length..]);
            }
        }
    }

    // SourceLink has an address for each root of the build: {"documents": {"/_/*": "https://…/*"}}.
    private static IEnumerable<string> SourceLinkRoots(MetadataReader symbols)
    {
        if (Information(symbols, EntityHandle.ModuleDefinition, SourceLink) is not { } json)
            return [];
        try
        {
            using var document = JsonDocument.Parse(json);
            return [.. document.RootElement.GetProperty("documents").EnumerateObject()
                .Where(root => root.Name.EndsWith('*'))
                .Select(root => root.Name[..^1].Replace('\\', '/'))
                .Where(root => root.Length > 1)];
        }
        catch (Exception invalid) when (invalid is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }

    // A length and the deflated bytes; or zero and the bytes themselves.
    private static SourceText? Embedded(MetadataReader symbols, DocumentHandle document)
    {
        if (Information(symbols, document, EmbeddedSource) is not { Length: >= sizeof(int) } bytes)
            return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var content = new MemoryStream(bytes, sizeof(int), bytes.Length - sizeof(int), writable: false);
        if (length == 0)
            return SourceText.From(content, Encoding.UTF8);
        using var inflated = new DeflateStream(content, CompressionMode.Decompress);
        using var text = new MemoryStream();
        inflated.CopyTo(text);
        text.Position = 0;
        return SourceText.From(text, Encoding.UTF8);
    }

    private static byte[] Hash(byte[] bytes, Guid algorithm) =>
#pragma warning disable CA5350 // It is what older compilers wrote; nothing depends on its strength.
        algorithm == Sha256 ? SHA256.HashData(bytes) : algorithm == Sha1 ? SHA1.HashData(bytes) : [];
#pragma warning restore CA5350

    private static byte[]? Information(MetadataReader symbols, EntityHandle parent, Guid kind)
    {
        foreach (var handle in symbols.GetCustomDebugInformation(parent))
        {
            var information = symbols.GetCustomDebugInformation(handle);
            if (symbols.GetGuid(information.Kind) == kind)
                return symbols.GetBlobBytes(information.Value);
        }

        return null;
    }

    // The type is not loaded: it only identifies the declaration of an attribute.
    private static CSharpCompilation Compilation(string path, List<(string Path, SourceText Text)> texts, string[] symbols)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None, preprocessorSymbols: symbols);
        var folder = Path.GetDirectoryName(path)!;
        var beside = Directory.EnumerateFiles(folder, "*.dll")
            .Where(other => other != path)
            .Select(other => MetadataReference.CreateFromFile(other));
        return CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(path),
            texts.Select(one => CSharpSyntaxTree.ParseText(one.Text, options, one.Path)),
            [.. CSharpFile.References(hasBuilders: !File.Exists(Path.Combine(folder, DeclarationContext.Builders + ".dll"))), .. beside],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, sourceReferenceResolver: new SourceFileResolver([], null)));
    }

    // The options are pairs of zero-terminated texts.
    private static string[] SymbolsIn(MetadataReader symbols)
    {
        if (Information(symbols, EntityHandle.ModuleDefinition, CompilationOptions) is not { } options)
            return [];
        var words = Encoding.UTF8.GetString(options).Split('\0');
        var define = Array.IndexOf(words, "define");
        return define >= 0 && define + 1 < words.Length ? words[define + 1].Split(',', StringSplitOptions.RemoveEmptyEntries) : [];
    }
}
