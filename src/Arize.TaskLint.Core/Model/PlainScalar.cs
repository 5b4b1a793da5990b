using System.Globalization;

namespace Arize.TaskLint.Core.Model;

/// <summary>
/// The meaning of plain scalars, by the core schema of YAML 1.2, without values that the task format does not accept (see <see cref="TryNumber"/>).
/// </summary>
public static class PlainScalar
{
    /// <summary>Whether the text is null in YAML: empty, <c>~</c>, <c>null</c>.</summary>
    public static bool IsNull(string text) => text is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>Reads <c>true</c> and <c>false</c>, as YAML 1.2 spells them: in lower case, in capitals, or with a capital first.</summary>
    public static bool TryBoolean(string text, out bool value)
    {
        value = text is "true" or "True" or "TRUE";
        return value || text is "false" or "False" or "FALSE";
    }

    /// <summary>
    /// Reads a decimal number: <c>1</c>, <c>-0.5</c>, <c>.5</c>, <c>5.</c>, <c>5e-1</c>. Octal and hexadecimal numbers, <c>.inf</c> and
    /// <c>.nan</c> are no numbers here: no field of a task has a use for them.
    /// </summary>
    public static bool TryNumber(string text, out double value)
    {
        value = 0;
        return IsDecimal(text)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && !double.IsInfinity(value);
    }

    /// <summary>Whether two numbers are the same: exactly, or a round trip through a 32-bit float apart, as some API clients store them.</summary>
    public static bool SameNumber(double one, double other)
    {
        if (one == other)
            return true;
        // Whole numbers survive any trip: two that differ were meant to differ.
        if (Math.Floor(one) == one && Math.Floor(other) == other)
            return false;
        return IsStored(one, other) || IsStored(other, one);
    }

    // The number is the float itself, or the shortest decimal that results in the same float.
    private static bool IsStored(double stored, double original)
    {
        var single = (float)original;
        return stored == single
            || ((float)stored == single && double.Parse(single.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) == stored);
    }

    private static bool IsDecimal(string text)
    {
        var i = 0;
        if (i < text.Length && (text[i] is '+' or '-'))
            i++;
        var whole = Digits(text, ref i);
        var fraction = 0;
        if (i < text.Length && text[i] == '.')
        {
            i++;
            fraction = Digits(text, ref i);
        }

        if (whole + fraction == 0)
            return false;
        if (i < text.Length && (text[i] is 'e' or 'E'))
        {
            i++;
            if (i < text.Length && (text[i] is '+' or '-'))
                i++;
            if (Digits(text, ref i) == 0)
                return false;
        }

        return i == text.Length;
    }

    private static int Digits(string text, ref int i)
    {
        var start = i;
        while (i < text.Length && text[i] is >= '0' and <= '9')
            i++;
        return i - start;
    }
}
