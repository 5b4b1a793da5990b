using Arize.TaskLint.Core.Model;

namespace Arize.TaskLint.Core.Yaml;

/// <summary>Ends the reading of a text of which no value can be used. Becomes a problem at its place.</summary>
internal sealed class StopReadingException(Place place, string message) : Exception(message)
{
    internal Place Place { get; } = place;
}
