using BidCompetitionSim.Model.Finance;
using FsCheck;
using FsCheck.Fluent;

namespace BidCompetitionSim.Model.Tests.Finance;

/// <summary>Loans and projects for property checks.</summary>
internal static class AnyLoan
{
    internal static Gen<LoanTerms> Terms() =>
        from rate in Holds.Between(0, 0.15)
        from tenor in Gen.Choose(1, 45)
        from grace in Gen.Choose(0, tenor - 1)
        select new LoanTerms(rate, tenor, grace);

    internal static Gen<LentTranche> Tranche() =>
        from terms in Terms()
        from face in Holds.Between(0.1, 10)
        from inflation in Holds.Between(-0.01, 0.05)
        select new LentTranche(face, terms, inflation);

    internal static Gen<ProjectLife> Life() =>
        from build in Holds.Between(0.2, 15)
        from growth in Holds.Between(-0.02, 0.06)
        select new ProjectLife(build, growth, ServiceLife.Standard);
}
