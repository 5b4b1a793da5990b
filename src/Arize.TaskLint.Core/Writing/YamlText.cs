namespace Arize.TaskLint.Core.Writing;

/// <summary>Writes values that are put into YAML by hand.</summary>
public static class YamlText
{
    /// <summary>A text as a scalar on one line, in quotes where it needs them. <c>${</c> in it begins no variable.</summary>
    public static string Scalar(string text) => YamlWriter.Text(text);
}
