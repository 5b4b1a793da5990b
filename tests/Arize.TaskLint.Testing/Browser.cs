namespace Arize.TaskLint.Testing;

/// <summary>The browser of this machine, which tests drive with the packages of <c>tests/editor</c>.</summary>
public static class Browser
{
    /// <summary>The path of Chromium; null where there is none.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>What a machine lacks to open pages, with what to do about it; null where nothing is missing.</summary>
    public static string? Missing { get; } = NodePackages.Missing ?? (Path is null ? "Chromium is missing: install the package 'chromium'" : null);
}
