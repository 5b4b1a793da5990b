using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Arize.TaskLint.CSharpHost;

/// <summary>Finds the places of methods, by the symbols of their assembly.</summary>
internal static class MethodPlaces
{
    /// <summary>The file, as the compiler knew it, and the line of a method's name; empty if they are not known.</summary>
    /// <param name="code">The input that led to it.</param>
    internal static (string File, int Line) Of(MethodInfo method, LoadedCode code)
    {
        try
        {
            if (method.Module.Assembly == code.Assembly && code.Symbols is { } symbols)
            {
                using var own = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols, writable: false));
                return Of(method, own.GetMetadataReader());
            }

            var path = method.Module.Assembly.Location;
            if (path.Length == 0)
                return default;
            using var file = File.OpenRead(path);
            using var assembly = new PEReader(file);
            if (!assembly.TryOpenAssociatedPortablePdb(path, other => File.Exists(other) ? File.OpenRead(other) : null, out var provider, out _))
                return default;
            using (provider)
                return Of(method, provider!.GetMetadataReader());
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            return default;
        }
    }

    private static (string File, int Line) Of(MethodInfo method, MetadataReader symbols)
    {
        // The text of an async method is compiled into a type of its own.
        var body = method.GetCustomAttribute<AsyncStateMachineAttribute>()?.StateMachineType
            .GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) ?? method;
        var handle = MetadataTokens.MethodDefinitionHandle(body.MetadataToken & 0xFFFFFF).ToDebugInformationHandle();
        var first = symbols.GetMethodDebugInformation(handle).GetSequencePoints().FirstOrDefault(point => !point.IsHidden && !point.Document.IsNil);
        if (first.Document.IsNil)
            return default;
        var path = symbols.GetString(symbols.GetDocument(first.Document).Name);
        return (path, NameLineOf(method, path, first.StartLine) ?? first.StartLine);
    }

    // The compiler recorded where the body begins.
    private static int? NameLineOf(MethodInfo method, string path, int line)
    {
        if (!path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) || !File.Exists(path))
            return null;
        var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(path), new CSharpParseOptions(LanguageVersion.Preview));
        return tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(one => one.Identifier.ValueText == method.Name)
            .Select(one => (Lines: tree.GetLineSpan(one.Span), Name: tree.GetLineSpan(one.Identifier.Span).StartLinePosition.Line + 1))
            .Where(one => one.Lines.StartLinePosition.Line < line && line <= one.Lines.EndLinePosition.Line + 1)
            .Select(one => (int?)one.Name)
            .FirstOrDefault();
    }
}
