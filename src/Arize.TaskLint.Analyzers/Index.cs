using System.ComponentModel;

namespace System;

/// <summary>The compiler wants this type for list patterns; netstandard2.0 does not have it.</summary>
/// <param name="fromEnd">Whether it counts from the end.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
internal readonly struct Index(int value, bool fromEnd = false)
{
    /// <summary>The position in something of a length.</summary>
    public int GetOffset(int length) => fromEnd ? length - value : value;
}
