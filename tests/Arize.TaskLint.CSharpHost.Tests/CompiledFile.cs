namespace Arize.TaskLint.CSharpHost.Tests;

/// <summary>A C# file in a folder of its own, read as the host reads it.</summary>
internal sealed class CompiledFile : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tasklint-host-").FullName;

    internal CompiledFile(string text)
    {
        FullPath = Path.Combine(folder, "tasks.cs");
        File.WriteAllText(FullPath, text);
    }

    internal string FullPath { get; }

    /// <summary>What the file is called in messages.</summary>
    internal string Shown => ShownPath.Of(FullPath);

    internal IReadOnlyList<string> Documents() => new Catalogs(FullPath, CSharpFile.Load(FullPath).Assembly).Documents();

    /// <summary>Why it cannot be read; the file is called <c>FILE</c>.</summary>
    internal IReadOnlyList<string> Errors() =>
        [.. Assert.Throws<InputException>(Documents).Messages.Select(message => message.Replace(Shown, "FILE", StringComparison.Ordinal))];

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
