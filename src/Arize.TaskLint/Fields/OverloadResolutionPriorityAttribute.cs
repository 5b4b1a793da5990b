namespace System.Runtime.CompilerServices;

/// <summary>
/// Which of several applicable methods the compiler takes. Compilers know the attribute by its name; frameworks before .NET 9 do not have it.
/// </summary>
/// <param name="priority">The highest one is taken.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property, Inherited = false)]
internal sealed class OverloadResolutionPriorityAttribute(int priority) : Attribute
{
    /// <summary>The highest one is taken.</summary>
    public int Priority { get; } = priority;
}
