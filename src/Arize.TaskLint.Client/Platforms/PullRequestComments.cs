namespace Arize.TaskLint.Client.Platforms;

/// <summary>The comments and labels of one pull or merge request.</summary>
public abstract class PullRequestComments
{
    /// <summary>The comments, oldest first.</summary>
    /// <exception cref="PlatformException">They cannot be read.</exception>
    public abstract Task<IReadOnlyList<PlatformComment>> ListAsync(CancellationToken cancellation);

    /// <summary>Writes a comment.</summary>
    /// <exception cref="PlatformException">It cannot be written.</exception>
    public abstract Task CreateAsync(string body, CancellationToken cancellation);

    /// <summary>Changes a comment.</summary>
    /// <exception cref="PlatformException">It cannot be changed.</exception>
    public abstract Task UpdateAsync(string id, string body, CancellationToken cancellation);

    /// <summary>Removes a comment.</summary>
    /// <exception cref="PlatformException">It cannot be removed.</exception>
    public abstract Task DeleteAsync(string id, CancellationToken cancellation);

    /// <summary>Puts a label on the request, or takes it off.</summary>
    /// <param name="isThere">Whether it is to be there.</param>
    /// <exception cref="PlatformException">It cannot be changed.</exception>
    public abstract Task LabelAsync(string label, bool isThere, CancellationToken cancellation);
}
