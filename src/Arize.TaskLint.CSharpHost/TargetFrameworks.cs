namespace Arize.TaskLint.CSharpHost;

/// <summary>Which of a project's target frameworks to load.</summary>
internal static class TargetFrameworks
{
    /// <summary>The newest framework that a runtime can load, with those without a platform first; null if there is none.</summary>
    /// <param name="frameworks">As the project names them: <c>net8.0</c>, <c>netstandard2.0</c>, <c>net48</c>.</param>
    /// <param name="runtime">The version of the runtime.</param>
    internal static string? Choose(IEnumerable<string> frameworks, Version runtime) => frameworks
        .Select(framework => (Name: framework, Rank: RankOf(framework, runtime)))
        .Where(framework => framework.Rank > 0)
        .OrderByDescending(framework => framework.Rank)
        .Select(framework => framework.Name)
        .FirstOrDefault();

    private static int RankOf(string framework, Version runtime)
    {
        const int Platform = 1_000, Core = 10_000, Modern = 20_000;
        var word = framework.ToLowerInvariant();
        var name = word.Split('-')[0];
        if (VersionOf(name, "netstandard") is { } standard)
            return standard.Major <= 2 ? 100 + standard.Minor : 0;
        if (VersionOf(name, "netcoreapp") is { } core)
            return core <= runtime ? Core + (core.Major * 10) + core.Minor : 0;
        // The old framework's names have no dot: net48.
        if (VersionOf(name, "net") is not { Major: >= 5 } modern || !name.Contains('.', StringComparison.Ordinal) || modern > runtime)
            return 0;
        return Modern + (modern.Major * 10) + modern.Minor - (word.Contains('-', StringComparison.Ordinal) ? Platform : 0);
    }

    private static Version? VersionOf(string name, string prefix)
    {
        if (!name.StartsWith(prefix, StringComparison.Ordinal))
            return null;
        var rest = name[prefix.Length..];
        return Version.TryParse(rest.Contains('.', StringComparison.Ordinal) ? rest : rest + ".0", out var version) && char.IsAsciiDigit(rest[0])
            ? version
            : null;
    }
}
