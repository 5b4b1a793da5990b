using System.Globalization;

namespace Arize.TaskLint.Client.Platforms;

/// <summary>The lines with a plus in a unified diff, by their numbers in the new file.</summary>
internal static class ChangedLines
{
    internal static IReadOnlySet<int> In(string patch)
    {
        var lines = new HashSet<int>();
        var next = 0;
        foreach (var line in patch.Split('\n'))
        {
            if (line.StartsWith("@@ ", StringComparison.Ordinal))
            {
                var start = line.Split('+', 2).ElementAtOrDefault(1)?.Split(',', ' ')[0];
                next = int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            }
            else if (line.StartsWith('+'))
            {
                lines.Add(next++);
            }
            else if (!line.StartsWith('-') && !line.StartsWith('\\'))
            {
                next++;
            }
        }

        return lines;
    }
}
