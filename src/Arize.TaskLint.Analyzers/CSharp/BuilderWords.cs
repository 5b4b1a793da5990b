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
    private const string EscapedLetter = "\\u";

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
        var names = vocabulary.TypeNames.Concat(vocabulary.Names).OrderBy(name => name, StringComparer.Ordinal).ToArray();
        var provider = Providers.GetOrAdd(string.Join(" ", names), _ => new SourceTextValueProvider<Words>(text => WordsIn(text, names)));
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

    private static Words WordsIn(SourceText text, string[] names)
    {
        var written = text.ToString();
        bool Has(string word) => written.IndexOf(word, StringComparison.Ordinal) >= 0;
        return Array.Exists(names, Has) || Has(EscapedLetter) ? Words.OfBuilders : Has(DeclareName) ? Words.Declare : Words.None;
    }
}
