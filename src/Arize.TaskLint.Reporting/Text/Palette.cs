using Arize.TaskLint.Core.Rules;

namespace Arize.TaskLint.Reporting.Text;

/// <summary>The colours of the text report; without colours, texts stay as they are.</summary>
internal sealed class Palette(bool isOn)
{
    internal string Bold(string text) => Paint("1", text);

    internal string Faint(string text) => Paint("2", text);

    internal string Red(string text) => Paint("31", text);

    internal string Green(string text) => Paint("32", text);

    internal string Yellow(string text) => Paint("33", text);

    internal string Blue(string text) => Paint("34", text);

    internal string Of(Severity severity, string text) => severity switch
    {
        Severity.Error => Paint("1;31", text),
        Severity.Warning => Paint("1;33", text),
        _ => Paint("1;34", text),
    };

    private string Paint(string code, string text) => isOn ? $"\x1b[{code}m{text}\x1b[0m" : text;
}
