using System.Text.RegularExpressions;
using Arize.TaskLint.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Arize.TaskLint.Architecture.Tests;

/// <summary>A docstring of Core says more than the name that it is for, or is left out.</summary>
public sealed partial class DocstringTests
{
    // Words that say nothing by themselves.
    private static readonly HashSet<string> Fillers =
        [.. "the a an of is are to whether it its this that in for and or with by as on from at what which be has have was were s".Split(' ')];

    [Fact]
    public void No_docstring_in_Core_repeats_its_name()
    {
        var repeating = Sources.Below(Repository.PathOf("src", "Arize.TaskLint.Core")).SelectMany(RepeatingIn).ToList();

        Assert.True(repeating.Count == 0, string.Join('\n', repeating));
    }

    [Theory]
    [InlineData("/// <summary>The name of the task.</summary>\nclass TaskName;", true)]
    [InlineData("/// <summary>The name of the task, or its ID.</summary>\nclass TaskName;", false)]
    [InlineData("class Task { /// <summary>The task's names.</summary>\n int Name; }", true)]
    [InlineData("/// <summary>Counts.</summary>\n/// <param name=\"Line\">The line.</param>\nrecord Range(int Line);", true)]
    [InlineData("/// <summary>Counts.</summary>\n/// <param name=\"Line\">The line, from 1.</param>\nrecord Range(int Line);", false)]
    public void Repeating_is_to_have_no_other_word_than_the_name_and_the_type(string source, bool repeats) =>
        Assert.Equal(repeats, Repeating(CSharpSyntaxTree.ParseText(source)).Any());

    private static IEnumerable<string> RepeatingIn(string file) =>
        Repeating(CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file));

    private static IEnumerable<string> Repeating(SyntaxTree tree)
    {
        var comments = tree.GetRoot().DescendantTrivia().Select(trivia => trivia.GetStructure()).OfType<DocumentationCommentTriviaSyntax>();
        foreach (var comment in comments)
        {
            if (comment.ParentTrivia.Token.Parent?.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault() is not { } member)
                continue;
            var names = Words($"{NameOf(member)} {NameOf(member.Parent as MemberDeclarationSyntax)}").ToHashSet();
            foreach (var element in comment.Content.OfType<XmlElementSyntax>())
            {
                var isSummary = element.StartTag.Name.LocalName.Text == "summary";
                var parameter = element.StartTag.Attributes.OfType<XmlNameAttributeSyntax>().FirstOrDefault()?.Identifier.Identifier.Text;
                var said = Words(string.Concat(element.Content.Select(TextOf))).ToList();
                var known = isSummary ? names : [.. Words(parameter ?? "")];
                if ((isSummary || parameter is not null) && said.Count > 0 && said.TrueForAll(known.Contains))
                    yield return $"{tree.FilePath}:{element.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {element}";
            }
        }
    }

    private static string TextOf(XmlNodeSyntax node) => node switch
    {
        XmlTextSyntax text => string.Concat(text.TextTokens.Select(token => token.Text)),
        XmlElementSyntax element => string.Concat(element.Content.Select(TextOf)),
        _ => node.ToString(),
    };

    private static string NameOf(MemberDeclarationSyntax? member) => member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        EnumMemberDeclarationSyntax value => value.Identifier.Text,
        BaseFieldDeclarationSyntax field => string.Join(' ', field.Declaration.Variables.Select(variable => variable.Identifier.Text)),
        _ => "",
    };

    // In their singular form, in lower case.
    private static IEnumerable<string> Words(string text) => Word().Matches(text)
        .Select(match => match.Value.ToLowerInvariant())
        .Where(word => !Fillers.Contains(word))
        .Select(word => word.Length > 3 && word.EndsWith('s') ? word[..^1] : word);

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")]
    private static partial Regex Word();
}
