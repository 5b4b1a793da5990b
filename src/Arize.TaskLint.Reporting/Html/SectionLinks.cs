namespace Arize.TaskLint.Reporting.Html;

/// <summary>Links to the sections of the page, with the number of what each has.</summary>
internal static class SectionLinks
{
    // Of one section, its heading is enough.
    private const int Fewest = 2;

    internal static void Write(IReadOnlyList<(string Id, string Title, int Count)> sections, TextWriter output)
    {
        var links = sections.Where(section => section.Count > 0)
            .Select(section => $"<li><a href=\"#{section.Id}\">{section.Title} ({HtmlTasks.Number(section.Count)})</a></li>").ToList();
        if (links.Count >= Fewest)
            output.Write($"<nav aria-label=\"Sections\">\n<ul>{string.Concat(links)}</ul>\n</nav>\n");
    }
}
