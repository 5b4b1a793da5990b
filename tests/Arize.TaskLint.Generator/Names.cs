namespace Arize.TaskLint.Generator;

/// <summary>The names of fields as C# writes them.</summary>
internal static class Names
{
    /// <summary><c>sampling_rate</c> as <c>SamplingRate</c>.</summary>
    internal static string Pascal(string field) => string.Concat(field.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary><c>sampling_rate</c> as <c>samplingRate</c>.</summary>
    internal static string Camel(string field) => char.ToLowerInvariant(field[0]) + Pascal(field)[1..];
}
