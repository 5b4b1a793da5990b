namespace Arize.TaskLint.Engine.Init;

/// <summary>Sets up a repository.</summary>
internal sealed record InitRequest
{
    /// <summary>The platform; null for the one that the repository shows signs of.</summary>
    public string? Platform { get; init; }

    /// <summary>The space; null for that of the environment, or for one that is asked for.</summary>
    public string? Space { get; init; }

    /// <summary>The project of the first declaration; null for one that is asked for.</summary>
    public string? Project { get; init; }

    /// <summary>The folder of declarations, in the working directory.</summary>
    public string Folder { get; init; } = "arize";

    /// <summary>Whether files that exist are replaced.</summary>
    public bool IsForced { get; init; }

    /// <summary>Whether declarations of the live tasks are written, if there is a key and a space.</summary>
    public bool Pulls { get; init; } = true;

    /// <summary>Asks a person; null if nobody can be asked.</summary>
    public Func<string, string?>? Ask { get; init; }

    /// <summary>How the API is reached.</summary>
    public LiveRequest Live { get; init; } = new();
}
