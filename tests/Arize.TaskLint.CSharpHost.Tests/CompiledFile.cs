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

    /// <summary>What its catalogs declare.</summary>
    internal Declared Declare() => new Catalogs(FullPath, CSharpFile.Load(FullPath)).Declare();

    internal IReadOnlyList<string> Documents() => Declare().Documents;

    /// <summary>Why it, or a catalog of it, cannot be read; the file is called <c>FILE</c>.</summary>
    internal IReadOnlyList<string> Errors()
    {
        IReadOnlyList<string> messages;
        try
        {
            messages = Declare().Errors;
        }
        catch (InputException failed)
        {
            messages = failed.Messages;
        }

        return [.. messages.Select(message => message.Replace(Shown, "FILE", StringComparison.Ordinal))];
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
