using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Yaml;

/// <summary>Ends the reading of a text that cannot be used at all. Becomes a problem at its place.</summary>
internal sealed class StopReadingException(Place place, string message) : Exception(message)
{
    internal Place Place { get; } = place;
}
