namespace Arize.TaskLint.Client.Platforms;

/// <summary>The comments on the lines of one pull or merge request.</summary>
public abstract class LineReview
{
    /// <summary>The language of a fenced block that proposes text in place of the line of its comment.</summary>
    public abstract string SuggestionLanguage { get; }

    /// <summary>The lines that the request adds or changes, by the path of their file.</summary>
    /// <exception cref="PlatformException">They cannot be read.</exception>
    public abstract Task<IReadOnlyDictionary<string, IReadOnlySet<int>>> ChangedLinesAsync(CancellationToken cancellation);

    /// <summary>The comments on lines, without the answers to them.</summary>
    /// <exception cref="PlatformException">They cannot be read.</exception>
    public abstract Task<IReadOnlyList<LineComment>> ListAsync(CancellationToken cancellation);

    /// <summary>Comments on a line that the request adds or changes; <see cref="ChangedLinesAsync"/> was called before.</summary>
    /// <returns>False if the platform does not accept the line, such as one that was pushed away meanwhile.</returns>
    /// <exception cref="PlatformException">It cannot be written.</exception>
    public abstract Task<bool> CreateAsync(string path, int line, string body, CancellationToken cancellation);

    /// <summary>Ends a comment that people answered: its text is replaced and, where the platform can, it is resolved.</summary>
    /// <exception cref="PlatformException">It cannot be changed.</exception>
    public abstract Task EndAsync(LineComment comment, string body, CancellationToken cancellation);

    /// <summary>Removes a comment.</summary>
    /// <exception cref="PlatformException">It cannot be removed.</exception>
    public abstract Task DeleteAsync(LineComment comment, CancellationToken cancellation);
}
