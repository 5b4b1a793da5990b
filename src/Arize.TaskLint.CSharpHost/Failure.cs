using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Arize.TaskLint.CSharpHost;

/// <summary>Describes in one line what user code threw, and where.</summary>
internal static class Failure
{
    /// <summary>The message of an exception that a catalog threw.</summary>
    /// <param name="input">The input that declares it, which is the place if there is no better one.</param>
    internal static string Describe(Type catalog, string input, Exception thrown)
    {
        while (thrown is TypeInitializationException or TargetInvocationException && thrown.InnerException is { } inner)
            thrown = inner;
        return $"{PlaceOf(thrown, catalog) ?? ShownPath.Of(input)}: "
            + $"catalog '{catalog.FullName}' threw {thrown.GetType().Name}: {OneLine(thrown.Message)}";
    }

    /// <summary>A text without line breaks.</summary>
    internal static string OneLine(string text) =>
        string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    // The innermost line that the user wrote: in the catalog's own assembly if there is one, else in any with symbols but the builders.
    private static string? PlaceOf(Exception thrown, Type catalog)
    {
        var builders = BuildersOf(catalog);
        var frames = new StackTrace(thrown, fNeedFileInfo: true).GetFrames()
            .Select(frame => (File: frame.GetFileName(), Line: frame.GetFileLineNumber(), frame.GetMethod()?.Module.Assembly))
            .Where(frame => frame is { File: not null, Line: > 0 } && frame.Assembly != builders)
            .ToList();
        var own = frames.FindIndex(frame => frame.Assembly == catalog.Assembly);
        return frames.Count == 0 ? null : frames[Math.Max(own, 0)] is var (file, line, _)
            ? string.Create(CultureInfo.InvariantCulture, $"{ShownPath.Of(file!)}:{line}")
            : null;
    }

    private static Assembly BuildersOf(Type catalog)
    {
        var type = catalog;
        while (type.BaseType is { } ancestor && ancestor != typeof(object))
            type = ancestor;
        return type.Assembly;
    }
}
