using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Severities;

/// <summary>A section of <c>.editorconfig</c>.</summary>
public sealed class EditorConfigSection
{
    private readonly SectionGlob glob;

    internal EditorConfigSection(string name, IReadOnlyList<EditorConfigEntry> entries)
    {
        Name = name;
        Entries = entries;
        glob = new SectionGlob(name);
    }

    /// <summary>The text in its brackets.</summary>
    public string Name { get; }

    /// <summary>Its settings, in their order.</summary>
    public IReadOnlyList<EditorConfigEntry> Entries { get; }

    /// <summary>Whether the section is for a file.</summary>
    /// <param name="path">The file's way from the folder of the <c>.editorconfig</c>, with <c>/</c>, at its beginning too.</param>
    public bool Fits(string path) => glob.Fits(path);
}

/// <summary>A setting in <c>.editorconfig</c>.</summary>
/// <param name="Key">The key, in lower case.</param>
/// <param name="Value">The value as it is written.</param>
public sealed record EditorConfigEntry(string Key, string Value, Place KeyPlace, Place ValuePlace);
