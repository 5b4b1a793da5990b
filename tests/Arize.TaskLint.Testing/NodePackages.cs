namespace Arize.TaskLint.Testing;

/// <summary>What tests run with node: the packages of <c>tests/editor</c>, which <c>npm ci</c> puts there and git ignores.</summary>
public static class NodePackages
{
    /// <summary>The folder.</summary>
    public static string Folder { get; } = Repository.PathOf("tests", "editor");

    /// <summary>What a machine lacks to run them, with what to do about it; null where nothing is missing.</summary>
    public static string? Missing { get; } = !Programs.Has("node") && !Programs.Has("node.exe") ? "node is missing"
        : new[] { "yaml-language-server", "@arizeai", "ajv-draft-04", "playwright-core", "axe-core", "micromark-extension-gfm" }.Any(name => !Directory.Exists(Path.Combine(Folder, "node_modules", name))) ? "the packages of tests/editor are missing: run 'npm ci' there"
        : null;

    /// <summary>The folder of the spans of real instrumentations.</summary>
    public static string Spans { get; } = Repository.PathOf("tests", "spans");

    /// <summary>What a machine lacks to make them anew; null where nothing is missing.</summary>
    public static string? MissingForSpans { get; } = !Programs.Has("node") && !Programs.Has("node.exe") ? "node is missing"
        : !Directory.Exists(Path.Combine(Spans, "node_modules", "@arizeai")) ? "the packages of tests/spans are missing: run 'npm ci' there"
        : null;
}
