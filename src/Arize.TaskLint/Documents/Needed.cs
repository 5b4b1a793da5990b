namespace Arize.TaskLint.Documents;

/// <summary>Arguments that cannot be null.</summary>
internal static class Needed
{
    internal static T Argument<T>(T? argument, string name)
        where T : class => argument ?? throw new ArgumentNullException(name);
}
