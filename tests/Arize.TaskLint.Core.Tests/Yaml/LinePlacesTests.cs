using Arize.TaskLint.Core.Documents;
using Arize.TaskLint.Core.Judging;
using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Tests.Yaml;

/// <summary>Places of declarations that were run: the line is what is known.</summary>
public sealed class LinePlacesTests
{
    [Fact]
    public void A_line_is_its_text_without_the_blanks_around_it()
    {
        var place = new LinePlaces("Tasks.cs", "one\r\n\t  two three  \r\n").Of(2);

        Assert.Equal((2, 4), (place.StartPosition.Line, place.StartPosition.Column));
        Assert.Equal((2, 13), (place.EndPosition.Line, place.EndPosition.Column));
        Assert.Equal("\t  two three  ", place.File!.LineAt(2));
    }

    [Theory]
    [InlineData("one\n\nthree", 2)]
    [InlineData("one\n\nthree", 4)]
    [InlineData("", 7)]
    [InlineData(null, 7)]
    public void A_line_that_is_not_there_keeps_its_number(string? text, int line)
    {
        var place = new LinePlaces("Tasks.cs", text).Of(line);

        Assert.True(place.IsKnown);
        Assert.Equal("Tasks.cs", place.File!.Path);
        Assert.Equal((new LinePosition(line, 1), new LinePosition(line, 1)), (place.StartPosition, place.EndPosition));
        Assert.Equal("", place.File.LineAt(line));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void No_line_is_the_beginning(int line) => Assert.Equal(new LinePosition(1, 1), new LinePlaces("Tasks.cs", "one").Of(line).StartPosition);

    [Fact]
    public void A_document_that_was_made_elsewhere_is_read_as_it_is()
    {
        var places = new LinePlaces("Tasks.cs", null);
        ScalarNode Text(int line, string text) => new(places.Of(line), text, isPlain: false);
        var task = new MappingNode(places.Of(3),
        [
            new Entry(Text(3, "name"), Text(3, "${NAME}")),
            new Entry(Text(4, "type"), Text(4, "CODE_EVALUATION")),
            new Entry(Text(5, "project_id"), Text(5, "P1")),
            new Entry(Text(6, "sampling_rate"), new ScalarNode(places.Of(6), "2", isPlain: true)),
            new Entry(Text(7, "evaluators"), new ScalarNode(places.Of(7), "null", isPlain: true)),
        ]);
        var root = new MappingNode(places.Of(1), [new Entry(Text(1, "tasks"), new ListNode(places.Of(1), [task])), new Entry(Text(2, "space"), Text(2, "production"))]);

        var document = new DeclarationReader(_ => throw new InvalidOperationException("no variable is looked up")).Read(places.File, root);

        var read = Assert.Single(document.Tasks);
        Assert.Equal("${NAME}", read.Name);
        Assert.Equal("production", read.Document!.Space.Text);
        Assert.Equal(
            ["6 ATL2004", "7 ATL3001"],
            Linter.Check([document], new SpaceSettings(null, null)).Select(finding => $"{finding.Place.StartPosition.Line} {finding.Rule.Id}"));
    }
}
