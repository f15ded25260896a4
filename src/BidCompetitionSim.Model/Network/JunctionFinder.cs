namespace BidCompetitionSim.Model.Network;

/// <summary>Lists the junctions of a system when a scenario is compiled; the rules are <see cref="JunctionMap"/>'s.</summary>
internal sealed class JunctionFinder(
    PlannedSegment[] segments, InheritedLine[] inherited, int[] placeStates, InterfaceTable interfaces, bool[] awardable,
    StandardVariants? variants)
{
    private readonly List<Junction> found = [];

    public Junction[] Find()
    {
        for (int place = 0; place < placeStates.Length; place++)
        {
            for (int segment = 0; segment < segments.Length; segment++)
            {
                if (segments[segment].PlaceA == place || segments[segment].PlaceB == place)
                {
                    AddPlanned(place, segment);
                    AddInherited(place, segment);
                }
            }
        }

        return [.. found];
    }

    private void AddPlanned(int place, int segment)
    {
        for (int other = segment + 1; other < segments.Length; other++)
        {
            if (segments[other].PlaceA == place || segments[other].PlaceB == place)
            {
                bool crossBorder = segments[segment].LettingStates != segments[other].LettingStates;
                found.Add(new Junction(place, segment, other, -1, crossBorder, Scored: crossBorder));
            }
        }
    }

    private void AddInherited(int place, int segment)
    {
        for (int standard = 0; standard < interfaces.Standards; standard++)
        {
            int met = 0;
            bool foreign = false;
            for (int line = 0; line < inherited.Length; line++)
            {
                if (inherited[line].Standard == standard && Meets(place, segment, line))
                {
                    met++;
                    foreign |= IsForeign(segment, line);
                }
            }

            if (met > 0)
            {
                found.Add(new Junction(place, segment, -1, standard, foreign, Scored: foreign && CanBeMatched(segment, standard)));
            }
        }
    }

    private bool Meets(int place, int segment, int line) =>
        (inherited[line].PlaceA == place || inherited[line].PlaceB == place) && !segments[segment].Replaces.Contains(line);

    private bool IsForeign(int segment, int line) =>
        !IsAtHome(segment, inherited[line].PlaceA) || !IsAtHome(segment, inherited[line].PlaceB);

    private bool IsAtHome(int segment, int place) => (segments[segment].LettingStates >> placeStates[place] & 1) != 0;

    private bool CanBeMatched(int segment, int standard)
    {
        for (int own = 0; own < awardable.Length; own++)
        {
            int built = variants is null ? own : variants.In(own, segments[segment].LettingState);
            if (awardable[own] && interfaces.Clashes(built, standard) == 0)
            {
                return true;
            }
        }

        return false;
    }
}
