using Arize.TaskLint.Core.Schema;
using Arize.TaskLint.Testing;

namespace Arize.TaskLint.Core.Tests.Schema;

public sealed class FieldReferenceTests
{
    private static readonly string Page = Repository.PathOf("src", "Arize.TaskLint.Core", "Schema", "fields.md");

    [Fact]
    public void The_page_is_what_the_table_gives()
    {
        if (Environment.GetEnvironmentVariable("TASKLINT_UPDATE_GOLDEN") == "1")
            File.WriteAllText(Page, FieldReference.Write());

        Assert.Equal(FieldReference.Write(), File.ReadAllText(Page).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Each_table_has_a_section_and_each_field_a_row_of_six_cells()
    {
        var lines = FieldReference.Write().Split('\n');

        Assert.Equal(FieldReference.Reachable().Count, lines.Count(line => line.StartsWith("## ", StringComparison.Ordinal)));
        var rows = lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();
        Assert.Equal(FieldReference.Reachable().Sum(spec => spec.Fields.Count), rows.Count);
        Assert.All(rows, row => Assert.Equal(7, row.Count(c => c == '|')));
    }

    [Fact]
    public void Every_link_leads_to_a_section()
    {
        var page = FieldReference.Write();
        var sections = page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..].ToLowerInvariant().Replace(' ', '-')).ToHashSet();

        var links = page.Split("](#").Skip(1).Select(part => part[..part.IndexOf(')', StringComparison.Ordinal)]).ToHashSet();

        Assert.NotEmpty(links);
        Assert.Empty(links.Except(sections));
    }

    [Fact]
    public void A_summary_is_one_sentence_without_a_full_stop() =>
        Assert.All(FieldReference.Reachable().SelectMany(spec => spec.Fields), field =>
        {
            Assert.Matches(@"^[A-Z\p{P}]", field.Summary);
            Assert.DoesNotMatch(@"\.$|\n|\|", field.Summary);
        });
}
