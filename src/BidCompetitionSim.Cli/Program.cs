using BidCompetitionSim.Cli;

return CommandLine.Run(args, Terminal.OfThisProcess());
