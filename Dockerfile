FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
ARG SOURCE_REVISION=unknown
RUN dotnet publish src/BidCompetitionSim.Cli -c Release --use-current-runtime --self-contained false -o /app -p:SourceRevisionId=$SOURCE_REVISION

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
# Scenarios are embedded in the program; a folder of one's own is mounted at /work, where results are written too.
WORKDIR /work
USER $APP_UID
ENTRYPOINT ["dotnet", "/app/bidsim.dll"]
