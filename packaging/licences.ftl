<#-- The list that the program shows in About and that every installer carries. -->
<#list dependencyMap as entry>
<#assign project = entry.getKey()/>
${project.name?trim} ${project.version}
  ${entry.getValue()?join("; ")}
<#if project.url??>  ${project.url}
</#if>

</#list>
