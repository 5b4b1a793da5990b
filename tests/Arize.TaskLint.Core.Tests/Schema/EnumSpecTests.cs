using Arize.TaskLint.Core.Schema;

namespace Arize.TaskLint.Core.Tests.Schema;

public sealed class EnumSpecTests
{
    private static readonly EnumSpec Words = new("JSON_PARSEABLE", "OPEN_AI", "TEXT");

    [Theory]
    [InlineData("JSON_PARSEABLE", 0)]
    [InlineData("json_parseable", 0)]
    [InlineData("JSONParseable", 0)]
    [InlineData("json-parseable", 0)]
    [InlineData("Json Parseable", 0)]
    [InlineData("openAI", 1)]
    [InlineData("open_ai", 1)]
    [InlineData("Text", 2)]
    [InlineData("TEX", -1)]
    [InlineData("TEXTS", -1)]
    [InlineData("", -1)]
    [InlineData("_", -1)]
    [InlineData("TEXT.", -1)]
    public void Letter_case_and_separators_never_count(string word, int index) => Assert.Equal(index, Words.IndexOf(word));

    [Theory]
    [InlineData("A_NEW_WORD", "aNewWord", true)]
    [InlineData("A_NEW_WORD", "a-new-word", true)]
    [InlineData("A_NEW_WORD", "ANOTHER_WORD", false)]
    [InlineData("A_NEW_WORD", "A_NEW_WORDS", false)]
    public void Words_that_are_not_known_are_held_against_each_other_in_the_same_way(string one, string other, bool same) => Assert.Equal(same, EnumSpec.Same(one, other));

    [Fact]
    public void No_two_words_of_an_enum_are_the_same_without_letter_case_and_separators() => Assert.All(
        FieldReference.Reachable().SelectMany(spec => spec.Fields).Select(field => field.Enum).OfType<EnumSpec>(),
        words => Assert.All(words.Words, (word, i) =>
        {
            Assert.Equal(i, words.IndexOf(word));
            Assert.Equal(i, words.IndexOf(word.ToLowerInvariant()));
            Assert.Equal(i, words.IndexOf(word.Replace("_", "", StringComparison.Ordinal)));
        }));
}
