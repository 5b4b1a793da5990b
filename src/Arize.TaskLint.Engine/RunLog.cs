namespace Arize.TaskLint.Engine;

/// <summary>Receives what a run says while it works. What it finds is in its report.</summary>
public class RunLog
{
    /// <summary>Drops everything.</summary>
    public static RunLog None { get; } = new();

    /// <summary>Takes what a person must know, such as that a certificate is not checked.</summary>
    /// <param name="message">A sentence.</param>
    public virtual void Warn(string message)
    {
    }

    /// <summary>Takes what a person should know, such as that a file is left out.</summary>
    /// <param name="message">A sentence.</param>
    public virtual void Note(string message)
    {
    }

    /// <summary>Takes each step: a file that was read, a request that was sent.</summary>
    /// <param name="message">A sentence.</param>
    public virtual void Detail(string message)
    {
    }

    /// <summary>Takes what the code of declarations in C# printed.</summary>
    /// <param name="text">A line of it.</param>
    public virtual void Printed(string text)
    {
    }

    /// <summary>Takes what takes time just now; it replaces what was said before.</summary>
    /// <param name="what">For example <c>reading live tasks: 300</c>; null where it has ended.</param>
    public virtual void Progress(string? what)
    {
    }
}
