using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Arize.TaskLint.Analyzers.CSharp;

/// <summary>
/// Tells by the text of a file whether its code may declare tasks, so that a project which refers to the builders and declares nothing costs one
/// search through its files. Whoever gets hold of a builder names a type of the builders, or a method that begins a task, somewhere in the project.
/// </summary>
internal sealed class BuilderWords
{
    // A method that overrides this one may name the builder by an alias of another file.
    private const string DeclareName = "Declare";

    // A letter of a name may be written as its number.
    private static readonly string[] EscapedLetters = ["\\u", "\\U"];

    // What is known of a text is kept for as long as the text and the provider are.
    private static readonly ConcurrentDictionary<string, SourceTextValueProvider<Words>> Providers = new(StringComparer.Ordinal);

    private readonly HashSet<SyntaxTree> declaring = [];

    /// <summary>What the text of a file has.</summary>
    internal enum Words
    {
        /// <summary>Nothing: its code declares no tasks.</summary>
        None,

        /// <summary>The name of the method that a catalog overrides, alone.</summary>
        Declare,

        /// <summary>Words of the builders.</summary>
        OfBuilders,
    }

    /// <summary>Whether any file of the compilation has a word of the builders.</summary>
    internal bool AreUsed { get; private set; }

    /// <summary>Looks through the files of a compilation.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="vocabulary">The builders.</param>
    /// <param name="look">What a text has, kept for as long as the text is.</param>
    /// <param name="cancellation">Ends the search.</param>
    internal static BuilderWords In(
        Compilation compilation,
        BuilderVocabulary vocabulary,
        Func<SourceText, SourceTextValueProvider<Words>, Words> look,
        CancellationToken cancellation)
    {
        var types = vocabulary.TypeNames.OrderBy(name => name, StringComparer.Ordinal).ToArray();
        var methods = vocabulary.Names.OrderBy(name => name, StringComparer.Ordinal).ToArray();
        var provider = Providers.GetOrAdd(
            $"{string.Join(" ", types)}.{string.Join(" ", methods)}",
            _ => new SourceTextValueProvider<Words>(text => WordsIn(text.ToString(), types, methods)));
        var words = new BuilderWords();
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            var found = look(tree.GetText(cancellation), provider);
            if (found == Words.None)
                continue;
            words.declaring.Add(tree);
            words.AreUsed |= found == Words.OfBuilders;
        }

        return words;
    }

    /// <summary>Whether code of a file may declare tasks.</summary>
    internal bool MayDeclare(SyntaxTree tree) => declaring.Contains(tree);

    private static Words WordsIn(string text, string[] types, string[] methods)
    {
        bool Has(string word) => text.IndexOf(word, StringComparison.Ordinal) >= 0;
        // Most files have none of the builders.
        var mayHaveBuilder = Has(BuilderVocabulary.BuilderEnd);
        bool HasType(string type) => (mayHaveBuilder || !type.EndsWith(BuilderVocabulary.BuilderEnd, StringComparison.Ordinal)) && Has(type);
        return Array.Exists(types, HasType) || Array.Exists(methods, method => IsCalled(text, method)) || Array.Exists(EscapedLetters, Has)
            ? Words.OfBuilders
            : Has(DeclareName) ? Words.Declare
            : Words.None;
    }

    // Methods have names such as Task, which every other file has: a call stands between a dot and a bracket, with blanks or comments around it.
    private static bool IsCalled(string text, string method)
    {
        for (var at = text.IndexOf(method, StringComparison.Ordinal); at >= 0; at = text.IndexOf(method, at + 1, StringComparison.Ordinal))
        {
            var (before, behind) = (at - 1, at + method.Length);
            if (before >= 0 && text[before] == '@')
                before--;
            while (before >= 0 && char.IsWhiteSpace(text[before]))
                before--;
            while (behind < text.Length && char.IsWhiteSpace(text[behind]))
                behind++;
            if (behind < text.Length && text[behind] is '(' or '/' && before >= 0
                && (text[before] is '.' or '/' || IsBehindComment(text, before, at)))
            {
                return true;
            }
        }

        return false;
    }

    // Between the dot and the name, a line may end with a comment.
    private static bool IsBehindComment(string text, int end, int start)
    {
        if (text.IndexOf('\n', end, start - end) < 0 && text.IndexOf('\r', end, start - end) < 0)
            return false;
        var line = end == 0 ? 0 : text.LastIndexOfAny(['\r', '\n'], end - 1) + 1;
        return text.IndexOf("//", line, end - line + 1, StringComparison.Ordinal) >= 0;
    }
}
